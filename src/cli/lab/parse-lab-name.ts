import { UserError } from "../user-error.ts";

/** It becomes the name of a file. */
export function parseLabName(text: string): string {
  if (/^[a-z0-9][a-z0-9-]{0,39}$/.test(text)) return text;
  throw new UserError(
    `"${text}" is no name for a lab.`,
    "Write small letters, digits and hyphens, 40 at most.",
  );
}
