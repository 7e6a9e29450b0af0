import { existsSync, lstatSync, mkdirSync } from "node:fs";
import { dirname } from "node:path";
import { LabError } from "./lab-error.ts";

const HINT = "Set XDG_RUNTIME_DIR to a folder of your own that you may write to.";

/**
 * Makes the folder where labs are remembered, and refuses one that others made or may write to: what stands in it says
 * which process is killed.
 */
export function claimStateFolder(folder: string): void {
  try {
    makeFolder(folder);
    const { uid, mode } = lstatSync(folder);
    if (uid === process.getuid?.() && (mode & 0o077) === 0) return;
  } catch (error) {
    throw notRemembered(error, folder);
  }
  throw new LabError(`${folder}, where labs are remembered, is open to others than you.`, HINT);
}

/** Node says of a read-only file system that there is no such folder, where it may make those above as well. */
function makeFolder(folder: string): void {
  try {
    mkdirSync(folder, { recursive: !existsSync(dirname(folder)), mode: 0o700 });
  } catch (error) {
    if (!existsSync(folder)) throw error;
  }
}

const REASONS: Readonly<Record<string, string>> = {
  ENOSPC: "the disk is full",
  EDQUOT: "the quota of the disk is used up",
  EROFS: "the file system is read-only",
  EACCES: "access is denied",
  EPERM: "access is denied",
};

/** What a system call said of the folder, as something that a person can put right; anything else stays as it is. */
export function notRemembered(error: unknown, folder: string): unknown {
  const code = error instanceof Error && "code" in error ? error.code : undefined;
  if (typeof code !== "string") return error;
  return new LabError(
    `${folder}, where labs are remembered, cannot be written: ${REASONS[code] ?? code}.`,
    code === "ENOSPC" || code === "EDQUOT"
      ? `Make room there, or set XDG_RUNTIME_DIR to another folder of your own.`
      : HINT,
  );
}
