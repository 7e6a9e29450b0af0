import { formatJson } from "../../diagnostics/index.ts";
import { checkLoaded } from "../check-loaded.ts";
import type { Context } from "../command-context.ts";
import { DEFAULT_INPUT } from "../default-input.ts";
import { exitCode } from "../exit-code.ts";
import { hasError, placeFindings } from "../format-findings.ts";
import { printFindings } from "../load-design.ts";
import { loadOne } from "../load-inputs.ts";
import { loadPrices } from "../load-prices.ts";
import { styleFor } from "../paint.ts";
import { priceAnswer } from "../price-answer.ts";
import { priceTable } from "../price-table.ts";

export interface PriceFlags {
  readonly prices?: string;
  readonly format: "text" | "json";
}

/** Everything that is billed, of an intent or an estate; writes nothing. */
export function price(context: Context, flags: PriceFlags, input: string = DEFAULT_INPUT): void {
  const { stdout } = context.process;
  const { loaded, shown } = loadOne(input);
  const checked = checkLoaded(loaded, {
    ...(flags.prices === undefined ? {} : { prices: loadPrices(flags.prices) }),
    reconsider: false,
  });
  const findings = placeFindings(checked.diagnostics, shown());
  if (hasError(findings)) {
    printFindings(context, findings);
    context.process.exitCode = exitCode.findings;
  }
  const found = checked.type === "intent" ? checked.design?.price : checked.analysis.price;
  if (!found) {
    if (flags.format === "json") stdout.write(formatJson(findings));
  } else if (flags.format === "json") {
    stdout.write(`${JSON.stringify(priceAnswer(found), null, 2)}\n`);
  } else {
    stdout.write(`${priceTable(found, styleFor(stdout)).join("\n")}\n`);
  }
}
