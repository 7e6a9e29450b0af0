import { formatJson } from "../../diagnostics/index.ts";
import { indexEstate } from "../../model/estate-index.ts";
import { notCounted } from "../../prices/not-counted.ts";
import { judgedFindings } from "../check/judged-findings.ts";
import { checkLoaded } from "../check-loaded.ts";
import type { Context } from "../command-context.ts";
import { DEFAULT_INPUT } from "../default-input.ts";
import { exitCode } from "../exit-code.ts";
import { hasError } from "../format-findings.ts";
import { printFindings } from "../load-design.ts";
import type { InputGiven } from "../load-input.ts";
import { loadOne } from "../load-inputs.ts";
import { loadPrices } from "../load-prices.ts";
import { styleFor } from "../paint.ts";
import { priceAnswer } from "../price-answer.ts";
import { priceTable } from "../price-table.ts";

export interface PriceFlags extends InputGiven {
  readonly prices?: string;
  readonly format: "text" | "json";
}

/** Everything that is billed, of an intent or an estate; writes nothing. */
export function price(context: Context, flags: PriceFlags, input: string = DEFAULT_INPUT): void {
  const { stdout } = context.process;
  const group = loadOne(input, flags);
  const checked = checkLoaded(group.loaded, {
    ...(flags.prices === undefined ? {} : { prices: loadPrices(flags.prices) }),
    reconsider: false,
  });
  const findings = judgedFindings(group, checked);
  if (hasError(findings)) {
    printFindings(context, findings);
    context.process.exitCode = exitCode.findings;
  }
  const found = checked.type === "intent" ? checked.design?.price : checked.analysis.price;
  if (!found) {
    if (flags.format === "json") stdout.write(formatJson(findings));
    return;
  }
  const others = checked.type === "estate" ? notCounted(indexEstate(checked.estate)) : [];
  if (flags.format === "json") {
    stdout.write(`${JSON.stringify(priceAnswer(found, others), null, 2)}\n`);
  } else {
    stdout.write(`${priceTable(found, others, styleFor(stdout)).join("\n")}\n`);
  }
}
