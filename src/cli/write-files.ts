import { realpathSync } from "node:fs";
import { dirname, join } from "node:path";
import { formatManifest, hash, type KnownFile, MANIFEST, type Manifest, parseManifest } from "./manifest.ts";
import { readIfThere } from "./read-if-there.ts";
import { type FileStep, removeIfEmpty, replaceFiles } from "./replace-files.ts";
import { findStaleFiles, type StaleFiles } from "./stale-files.ts";
import { UserError } from "./user-error.ts";

export interface Written {
  readonly written: readonly string[];
  readonly unchanged: readonly string[];
  /** Files of an earlier run that it no longer writes: removed, or kept because somebody edited them. */
  readonly stale: StaleFiles;
  /** Of the files alongside: those that were new or changed. */
  readonly alongside: readonly string[];
}

export interface Writing {
  readonly force: boolean;
  /** The command that writes; design does without. */
  readonly by?: string;
  /** Asked of each file by name; where it answers nothing, the mode is the usual one. */
  readonly modeOf?: (name: string) => number | undefined;
}

/**
 * Writes all files of a folder, or none. A file that somebody edited, or that was never ours, is not overwritten
 * unless `force` says so.
 *
 * `alongside` are files elsewhere, by path, that belong to the same step: the lock. What another command wrote there
 * stays.
 */
export function writeFiles(
  folder: string,
  files: ReadonlyMap<string, string>,
  alongside: ReadonlyMap<string, string>,
  { force, by, modeOf = () => undefined }: Writing,
): Written {
  const before = readManifest(folder, force);
  const conflicts = force
    ? []
    : [...files].filter(([name, text]) => isForeign(join(folder, name), text, before.get(name)?.hashes));
  if (conflicts.length > 0)
    throw conflict(
      folder,
      conflicts.map(([name]) => name),
      before,
    );

  const changed = [...files].filter(([name, text]) => isDifferent(join(folder, name), text));
  const beside = [...alongside].filter(([path, text]) => isDifferent(path, text));
  const stale = findStaleFiles(folder, before, files, by);
  const others = new Map([...before].filter(([name, known]) => known.by !== by && !files.has(name)));
  const ours = [...files].map(([name, text]): [string, KnownFile] => [
    name,
    { hashes: [hash(text)], ...(by === undefined ? {} : { by }) },
  ]);
  const state = { before, others, now: new Map([...others, ...ours]), modeOf };
  replaceFiles([
    ...beside.map(([path, text]): FileStep => [throughLink(path), text]),
    ...folderSteps(folder, new Map(changed), stale.ours, state),
  ]);
  for (const name of stale.ours) if (name.includes("/")) removeIfEmpty(dirname(join(folder, name)));

  const names = changed.map(([name]) => name);
  return {
    written: names,
    unchanged: [...files.keys()].filter((name) => !names.includes(name)),
    stale,
    alongside: beside.map(([path]) => path),
  };
}

/** Writes one file, or nothing. */
export function writeFile(path: string, text: string): void {
  replaceFiles([[path, text]]);
}

interface FolderState {
  readonly before: Manifest;
  /** Of other commands: as they left them, also where one was broken off. */
  readonly others: Manifest;
  readonly now: Manifest;
  readonly modeOf: (name: string) => number | undefined;
}

function folderSteps(
  folder: string,
  changed: ReadonlyMap<string, string>,
  removed: readonly string[],
  { before, others, now, modeOf }: FolderState,
): readonly FileStep[] {
  const path = join(folder, MANIFEST);
  const manifest = formatManifest(now, others);
  if (changed.size === 0 && removed.length === 0)
    return isDifferent(path, manifest) ? [[path, manifest]] : [];
  return [
    // Until all are in their places the list knows the old ones and the new ones: a crash makes no file foreign.
    [path, formatManifest(now, before)],
    ...[...changed].map(([name, text]): FileStep => [join(folder, name), text, modeOf(name)]),
    ...removed.map((name): FileStep => [join(folder, name), undefined]),
    [path, manifest],
  ];
}

function readManifest(folder: string, force: boolean): Manifest {
  const path = join(folder, MANIFEST);
  const bytes = readIfThere(path);
  if (bytes === undefined) return new Map();

  const files = parseManifest(bytes.toString());
  if (files) return files;
  if (force) return new Map();
  throw new UserError(
    `${path} is not the list that Isthmus wrote there, so edits by hand cannot be told apart; nothing was written.`,
    "Remove it, or write over everything with --force.",
  );
}

function isForeign(path: string, text: string, known: readonly string[] = []): boolean {
  const there = readIfThere(path);
  return there !== undefined && !there.equals(Buffer.from(text)) && !known.includes(hash(there));
}

function isDifferent(path: string, text: string): boolean {
  return readIfThere(path)?.equals(Buffer.from(text)) !== true;
}

/** A lock that is a link stays one: what it leads to is replaced. */
function throughLink(path: string): string {
  return readIfThere(path) === undefined ? path : realpathSync(path);
}

function conflict(folder: string, names: readonly string[], before: Manifest): UserError {
  const [first = "", ...others] = names;
  const what = before.has(first)
    ? "was edited since Isthmus wrote it"
    : "is there already and not from Isthmus";
  const more = others.length > 0 ? ` (and ${others.length} more: ${others.join(", ")})` : "";
  return new UserError(
    `${join(folder, first)} ${what}${more}; nothing was written.`,
    "Move it away, write elsewhere with --out, or write over it with --force.",
  );
}
