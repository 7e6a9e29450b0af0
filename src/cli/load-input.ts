import { basename, dirname, extname, join } from "node:path";
import type { Document } from "../source/index.ts";
import type { Shown } from "./format-findings.ts";
import { readFile, readFileIfThere } from "./read-file.ts";
import { readStdin } from "./read-stdin.ts";

export interface Loaded {
  /** As it was named on the command line. */
  readonly path: string;
  readonly document: Document;
  readonly lock: Document | undefined;
  readonly lockPath: string;
  readonly folder: string;
  readonly shown: Shown;
}

/** What a program pipes in goes by this name; it lies nowhere, so it has no lock. */
export const STDIN = "-";

/** An intent file, and the lock that lies beside it. */
export function loadInput(path: string): Loaded {
  const document = path === STDIN ? readStdin() : readFile(path);
  const folder = dirname(path);
  const lockPath = join(folder, `${basename(path, extname(path))}.lock.json`);
  const lock = path === STDIN ? undefined : readFileIfThere(lockPath);
  const shown = new Map([[document.file, { document, path: path === STDIN ? "stdin" : path }]]);
  if (lock) shown.set(lock.file, { document: lock, path: lockPath });
  return { path, document, lock, lockPath, folder, shown };
}
