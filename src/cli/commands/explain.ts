import { design as designFrom } from "../../design.ts";
import type { Decision, Reason } from "../../model/decision.ts";
import { formatMoney, type Money } from "../../model/money.ts";
import type { Context } from "../command-context.ts";
import { exitCode } from "../exit-code.ts";
import { findDecision } from "../find-decision.ts";
import { formatFindings, placeFindings } from "../format-findings.ts";
import { loadInput } from "../load-intent.ts";
import { paintFor, type Style, styleFor } from "../paint.ts";

export interface ExplainFlags {
  readonly input: string;
  readonly format: "text" | "json";
}

/** One decision, as a person wants to read it: what, why, what else was thought of, what it costs. */
export function explain(this: Context, flags: ExplainFlags, a: string, b: string): void {
  const { stdout, stderr } = this.process;
  const { document, lock, shown } = loadInput(flags.input);
  const { design, diagnostics } = designFrom(document, { ...(lock ? { lock } : {}), reconsider: false });
  if (!design) {
    stderr.write(formatFindings(placeFindings(diagnostics, shown), "text", paintFor(stderr)));
    this.process.exitCode = exitCode.findings;
    return;
  }
  const decision = findDecision(design, a, b);
  if (flags.format === "json") {
    const { origin: _origin, ...plain } = decision;
    stdout.write(`${JSON.stringify({ format: "isthmus/decision", version: 1, ...plain }, null, 2)}\n`);
  } else {
    stdout.write(`${tell(decision, styleFor(stdout)).join("\n")}\n`);
  }
  if (decision.status === "impossible") this.process.exitCode = exitCode.findings;
}

export function tell(decision: Decision, style: Style): readonly string[] {
  const [a, b] = decision.between;
  const heading = decision.title === undefined ? `${a} and ${b} cannot be connected.` : `${a} and ${b} are joined by ${decision.title}.`;
  const { description } = decision;
  return [
    style.bold(heading),
    ...(description === undefined ? [] : [`For: ${description}`]),
    "",
    ...decision.because.flatMap((reason) => sentence(reason, style)),
    ...priceOf(decision),
    ...decision.rejected.flatMap(({ title, because }) => [
      "",
      `Not ${title}:`,
      ...because.flatMap((reason) => sentence(reason, style)),
    ]),
  ];
}

function sentence({ text, source }: Reason, style: Style): readonly string[] {
  return [`  ${text}`, ...(source === undefined ? [] : [`    ${style.dim(source)}`])];
}

function priceOf({ monthly, perGigabyte, between: [a, b] }: Decision): readonly string[] {
  if (!perGigabyte) return [];

  const way = (from: string, to: string, price: Money) => `${formatMoney(price)} for a gigabyte from ${from} to ${to}`;
  const rates = `${way(a, b, perGigabyte.there)}, ${formatMoney(perGigabyte.back)} back.`;
  return ["", `It costs ${monthly ? `${formatMoney(monthly)} a month with the traffic given: ` : ""}${rates}`];
}

