import { realpathSync, statSync } from "node:fs";
import { readIfThere } from "../read-if-there.ts";
import { type FileStep, replaceFiles } from "../replace-files.ts";

/** Files whole and in their places, or none of them. Links stay links, and rights as they were. */
export function replaceTexts(texts: ReadonlyMap<string, string>): void {
  const changed = [...texts].filter(([path, text]) => readIfThere(path)?.equals(Buffer.from(text)) !== true);
  replaceFiles(changed.map(([path, text]) => stepFor(path, text)));
}

function stepFor(path: string, text: string): FileStep {
  const there = statSync(path, { throwIfNoEntry: false });
  return there ? [realpathSync(path), text, there.mode & 0o777] : [path, text];
}
