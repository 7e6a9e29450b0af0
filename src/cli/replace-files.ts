import { randomBytes } from "node:crypto";
import { closeSync, fsyncSync, mkdirSync, openSync, renameSync, rmdirSync, rmSync, writeSync } from "node:fs";
import { dirname } from "node:path";
import { deferSignals } from "./defer-signals.ts";
import { fileError } from "./file-error.ts";

/**
 * A path, and what it shall hold; `undefined`: it shall be gone. The same path may come twice. `mode` is that of a new
 * file, where it is not the usual one.
 */
export type FileStep = readonly [path: string, text: string | undefined, mode?: number | undefined];

/**
 * Takes all steps or none: each file is written whole beside its place, and only when all of them are on the disk they
 * are moved, in their order.
 */
export function replaceFiles(steps: readonly FileStep[]): void {
  deferSignals();
  const run = randomBytes(4).toString("hex");
  const staged = steps.map(([path, text, mode], index) => ({
    path,
    text,
    mode,
    temporary: `${path}.${run}${index}.tmp`,
  }));
  const folders: string[] = [];
  const started: string[] = [];
  let folder = "";
  try {
    for (const { path, text, mode, temporary } of staged) {
      if (text === undefined) continue;
      folder = dirname(path);
      const made = mkdirSync(folder, { recursive: true });
      if (made !== undefined) folders.unshift(...foldersBetween(made, folder));
      started.push(temporary);
      writeWhole(temporary, text, mode);
    }
    for (const { path, text, temporary } of staged) {
      folder = dirname(path);
      if (text === undefined) rmSync(path, { force: true });
      else renameSync(temporary, path);
    }
  } catch (error) {
    for (const path of started) rmSync(path, { force: true });
    for (const made of folders) removeIfEmpty(made);
    throw fileError(error, folder);
  }
}

export function removeIfEmpty(folder: string): void {
  try {
    rmdirSync(folder);
  } catch {
    // Somebody else's files are in it.
  }
}

/** To the disk and not only to its cache: a full disk must be noticed before anything is moved. */
function writeWhole(path: string, text: string, mode?: number): void {
  const file = openSync(path, "wx", mode);
  try {
    const bytes = Buffer.from(text);
    for (let offset = 0; offset < bytes.length; ) offset += writeSync(file, bytes, offset);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

/** From the innermost folder out to the first one that was made. */
function foldersBetween(outer: string, inner: string): readonly string[] {
  const isLast = inner === outer || dirname(inner) === inner;
  return isLast ? [inner] : [inner, ...foldersBetween(outer, dirname(inner))];
}
