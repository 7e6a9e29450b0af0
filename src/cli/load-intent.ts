import { basename, dirname, extname, join } from "node:path";
import type { Document } from "../source/index.ts";
import type { Shown } from "./format-findings.ts";
import { readFile, readFileIfThere } from "./read-file.ts";


export interface Loaded {
  readonly document: Document;
  readonly lock: Document | undefined;
  readonly lockPath: string;
  readonly folder: string;
  readonly shown: Shown;
}

/** An intent file, and the lock that lies beside it. */
export function loadInput(path: string): Loaded {
  const document = readFile(path);
  const folder = dirname(path);
  const lockPath = join(folder, `${basename(path, extname(path))}.lock.json`);
  const lock = readFileIfThere(lockPath);
  const shown = new Map([[document.file, { document, path }]]);
  if (lock) shown.set(lock.file, { document: lock, path: lockPath });
  return { document, lock, lockPath, folder, shown };
}
