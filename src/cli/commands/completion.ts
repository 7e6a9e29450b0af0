import type { Context } from "../command-context.ts";
import { completionScript, type Shell } from "../completion-script.ts";

/** Prints a script that completes commands in a shell. */
export function completion({ process: { stdout } }: Context, _flags: object, shell: Shell): void {
  stdout.write(completionScript(shell));
}
