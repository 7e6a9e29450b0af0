import { UserError } from "../user-error.ts";

/** It becomes the name of a file. */
export function parseLabName(text: string): string {
  if (/^[a-z0-9][a-z0-9-]{0,39}$/.test(text)) return text;
  throw new UserError(
    `"${text}" is no name for a lab.`,
    "Write small letters, digits and hyphens, 40 at most.",
  );
}

/** It becomes a part of the names of containers and of services, which begin with a letter. */
export function parseClusterName(text: string): string {
  if (/^[a-z]([a-z0-9-]{0,38}[a-z0-9])?$/.test(text)) return text;
  throw new UserError(
    `"${text}" is no name for a lab that leaves this machine.`,
    "Write small letters, digits and hyphens, 40 at most, a letter first and no hyphen last.",
  );
}
