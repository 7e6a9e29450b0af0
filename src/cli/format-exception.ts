import { visible } from "../source/excerpt.ts";
import { paintFor } from "./paint.ts";
import { UserError } from "./user-error.ts";

/** What a person can put right reads as such; anything else is a mistake of ours and says so. */
export function formatException(error: unknown): string {
  const { hint } = paintFor(process.stderr);
  if (error instanceof UserError)
    return `${visible(error.message)}\n  ${hint("hint:")} ${visible(error.hint)}`;

  const details = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return [
    "This is a mistake in Isthmus, not in your file.",
    ...details.split("\n").map(visible),
    `  ${hint("hint:")} Report it with the lines above and the file, if you may share it.`,
  ].join("\n");
}
