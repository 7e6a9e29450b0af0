import { UserError } from "./user-error.ts";

/** What a person can put right reads as such; anything else is a mistake of ours and says so. */
export function formatException(error: unknown): string {
  if (error instanceof UserError) return `${error.message}\n  hint: ${error.hint}`;

  const details = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return `This is a mistake in Isthmus, not in your file.\n${details}\n  hint: Report it with the lines above and the file, if you may share it.`;
}
