import { check as checkDocument } from "../../check.ts";
import type { Context } from "../command-context.ts";
import { exitCode } from "../exit-code.ts";
import { type FindingFormat, formatFindings, hasError, placeFindings } from "../format-findings.ts";
import { DEFAULT_INPUT } from "../default-input.ts";
import { loadInput } from "../load-intent.ts";
import { paintFor } from "../paint.ts";

export interface CheckFlags {
  readonly format: FindingFormat;
  readonly reconsider: boolean;
}

/** Findings in an intent or estate file; writes nothing. */
export function check(this: Context, flags: CheckFlags, ...inputs: string[]): void {
  const { stdout } = this.process;
  const findings = (inputs.length > 0 ? inputs : [DEFAULT_INPUT]).flatMap((input) => {
    const { document, lock, shown } = loadInput(input);
    const { diagnostics } = checkDocument(document, { ...(lock ? { lock } : {}), reconsider: flags.reconsider });
    return placeFindings(diagnostics, shown);
  });
  stdout.write(formatFindings(findings, flags.format, paintFor(stdout)));
  if (hasError(findings)) this.process.exitCode = exitCode.findings;
}
