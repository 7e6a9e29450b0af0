import { lstatSync, readFileSync } from "node:fs";
import { fileError } from "./file-error.ts";
import { isSystemError } from "./user-error.ts";

/** A file's bytes; `undefined` where there is none. A link that leads nowhere is there, and holds nothing. */
export function readIfThere(path: string): Buffer | undefined {
  try {
    return readFileSync(path);
  } catch (error) {
    if (!isSystemError(error)) throw error;
    if (error.code === "ENOENT")
      return lstatSync(path, { throwIfNoEntry: false }) ? Buffer.alloc(0) : undefined;
    throw fileError(error, path);
  }
}
