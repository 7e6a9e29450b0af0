import { realpathSync } from "node:fs";
import { dirname, join, sep } from "node:path";
import { hash, type Manifest } from "./manifest.ts";
import { readIfThere } from "./read-if-there.ts";

/** Files of an earlier run of a command that it no longer writes. */
export interface StaleFiles {
  /** As they were written: they may go. */
  readonly ours: readonly string[];
  /** Somebody changed them since: they stay. */
  readonly edited: readonly string[];
}

export function findStaleFiles(
  folder: string,
  before: Manifest,
  now: ReadonlyMap<string, string>,
  by: string | undefined,
): StaleFiles {
  const ours: string[] = [];
  const edited: string[] = [];
  for (const [name, { hashes, by: writer }] of before) {
    if (writer !== by) continue;
    const path = join(folder, name);
    const bytes = now.has(name) ? undefined : readIfThere(path);
    if (bytes === undefined || !isReallyInside(folder, path)) continue;
    (hashes.includes(hash(bytes)) ? ours : edited).push(name);
  }
  return { ours, edited };
}

/** A folder of the output may have become a link to elsewhere, where nothing is ours. */
function isReallyInside(folder: string, path: string): boolean {
  const root = realpathSync(folder);
  const parent = realpathSync(dirname(path));
  return parent === root || parent.startsWith(root.endsWith(sep) ? root : `${root}${sep}`);
}
