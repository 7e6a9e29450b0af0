import { lstatSync, mkdirSync } from "node:fs";
import { LabError } from "./lab-error.ts";

const HINT = "Set XDG_RUNTIME_DIR to a folder of your own that you may write to.";

/**
 * Makes the folder where labs are remembered, and refuses one that others made or may write to: what stands in it says
 * which process is killed.
 */
export function claimStateFolder(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    const { uid, mode } = lstatSync(folder);
    if (uid === process.getuid?.() && (mode & 0o077) === 0) return;
  } catch (error) {
    const code = error instanceof Error && "code" in error ? error.code : undefined;
    if (typeof code !== "string") throw error;
    throw new LabError(`${folder}, where labs are remembered, cannot be made or read (${code}).`, HINT);
  }
  throw new LabError(`${folder}, where labs are remembered, is open to others than you.`, HINT);
}
