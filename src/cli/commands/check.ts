import { checkLoaded } from "../check-loaded.ts";
import type { Context } from "../command-context.ts";
import { DEFAULT_INPUT } from "../default-input.ts";
import { exitCode } from "../exit-code.ts";
import { type FindingFormat, formatFindings, hasError, placeFindings } from "../format-findings.ts";
import type { InputGiven } from "../load-input.ts";
import { loadInputs } from "../load-inputs.ts";
import { paintFor } from "../paint.ts";

export interface CheckFlags extends Pick<InputGiven, "from" | "parameters"> {
  readonly format: FindingFormat;
  readonly reconsider: boolean;
}

/** What is wrong in intent or estate files; writes nothing. */
export function check(context: Context, flags: CheckFlags, ...inputs: string[]): void {
  const { stdout } = context.process;
  // All are read before any is judged: a name that is wrong must not cost the wait for the others.
  const groups = loadInputs(inputs.length > 0 ? inputs : [DEFAULT_INPUT], flags);
  const findings = groups.flatMap(({ loaded, shown }) => {
    const { diagnostics } = checkLoaded(loaded, { reconsider: flags.reconsider });
    return placeFindings(diagnostics, shown());
  });
  stdout.write(formatFindings(findings, flags.format, paintFor(stdout)));
  if (hasError(findings)) context.process.exitCode = exitCode.findings;
}
