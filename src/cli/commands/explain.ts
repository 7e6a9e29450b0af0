import type { Design } from "../../design.ts";
import type { Context } from "../command-context.ts";
import { exitCode } from "../exit-code.ts";
import { findDecision } from "../find-decision.ts";
import { loadDesignToRead } from "../load-design.ts";
import { styleFor } from "../paint.ts";
import { quoteArgument } from "../quote-argument.ts";
import { tellDecision } from "../tell-decision.ts";
import { UserError } from "../user-error.ts";

export interface ExplainFlags {
  readonly input: string;
  readonly format: "text" | "json";
}

/** Why two networks are connected the way they are. */
export function explain(context: Context, flags: ExplainFlags, a?: string, b?: string): void {
  const { stdout } = context.process;
  const design = loadDesignToRead(context, flags.input, flags.format);
  if (!design) return;
  if (a === undefined || b === undefined) throw missingEnd(design);

  const decision = findDecision(design, a, b);
  if (flags.format === "json") {
    const { origin: _origin, ...plain } = decision;
    stdout.write(`${JSON.stringify({ format: "isthmus/decision", version: 1, ...plain }, null, 2)}\n`);
  } else {
    stdout.write(`${tellDecision(decision, styleFor(stdout)).join("\n")}\n`);
  }
  if (decision.status === "impossible") context.process.exitCode = exitCode.findings;
}

function missingEnd({ decisions, intent }: Design): UserError {
  const [example] = decisions;
  return new UserError(
    "explain takes the names of both ends.",
    example
      ? `For example: isthmus explain ${example.between.map(quoteArgument).join(" ")}`
      : `${intent.origin.file} asks for no connection yet; add one under connections.`,
  );
}
