import { createHash, randomBytes } from "node:crypto";
import { closeSync, existsSync, fsyncSync, mkdirSync, openSync, readFileSync, renameSync, rmSync, writeSync } from "node:fs";
import { dirname, join } from "node:path";
import { isSystemError, UserError } from "./user-error.ts";

/** In the folder of the output: what was written, by SHA-256, so that an edit by hand is seen. */
export const MANIFEST = "manifest.json";

export interface Written {
  readonly written: readonly string[];
  readonly unchanged: readonly string[];
  /** Files of an earlier run that no longer belong to the design. */
  readonly removed: readonly string[];
}

/**
 * Writes all files of a folder, or none: each beside its place first, and then all renamed. A file that somebody
 * edited, or that was never ours, is not overwritten unless `force` says so.
 *
 * `alongside` are files elsewhere, by path, that belong to the same step: the lock.
 */
export function writeFiles(
  folder: string,
  files: ReadonlyMap<string, string>,
  alongside: ReadonlyMap<string, string>,
  force: boolean,
): Written {
  const before = readManifest(folder, force);
  const conflicts = force ? [] : [...files].filter(([name, text]) => isForeign(join(folder, name), text, before.get(name)));
  if (conflicts.length > 0) throw conflict(folder, conflicts.map(([name]) => name), before);

  const manifest = new Map([...files].map(([name, text]) => [name, hash(text)]));
  const targets = new Map<string, string>([
    ...alongside,
    ...[...files].map(([name, text]): [string, string] => [join(folder, name), text]),
    [join(folder, MANIFEST), formatManifest(manifest)],
  ]);
  const changed = [...targets].filter(([path, text]) => readIfThere(path) !== text);
  replaceAll(changed);

  const stale = [...before].filter(([name]) => !files.has(name));
  const removed = stale.filter(([name, known]) => hashOf(join(folder, name)) === known).map(([name]) => name);
  for (const name of removed) rmSync(join(folder, name));

  const paths = new Set(changed.map(([path]) => path));
  const names = [...files.keys()];
  return {
    written: names.filter((name) => paths.has(join(folder, name))),
    unchanged: names.filter((name) => !paths.has(join(folder, name))),
    removed,
  };
}

/** Writes one file, or nothing. */
export function writeFile(path: string, text: string): void {
  replaceAll([[path, text]]);
}

function isForeign(path: string, text: string, known: string | undefined): boolean {
  const there = readIfThere(path);
  return there !== undefined && there !== text && hash(there) !== known;
}

function replaceAll(files: readonly (readonly [string, string])[]): void {
  const suffix = `.${randomBytes(4).toString("hex")}.tmp`;
  const started: string[] = [];
  try {
    for (const [path, text] of files) {
      mkdirSync(dirname(path), { recursive: true });
      started.push(`${path}${suffix}`);
      writeWhole(`${path}${suffix}`, text);
    }
    for (const [path] of files) renameSync(`${path}${suffix}`, path);
  } catch (error) {
    for (const path of started) rmSync(path, { force: true });
    throw explain(error);
  }
}

/** To the disk and not only to its cache: a full disk must be noticed before anything is renamed. */
function writeWhole(path: string, text: string): void {
  const file = openSync(path, "wx");
  try {
    const bytes = Buffer.from(text);
    for (let offset = 0; offset < bytes.length; ) offset += writeSync(file, bytes, offset);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

function readManifest(folder: string, force: boolean): ReadonlyMap<string, string> {
  const text = readIfThere(join(folder, MANIFEST));
  if (text === undefined) return new Map();

  const files = parseManifest(text);
  if (files) return files;
  if (force) return new Map();
  throw new UserError(
    `${join(folder, MANIFEST)} is not the list that Isthmus wrote there, so edited files could not be told apart.`,
    "Remove it, or write over everything with --force.",
  );
}

function parseManifest(text: string): ReadonlyMap<string, string> | undefined {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return undefined;
  }
  const files = typeof value === "object" && value !== null && "files" in value ? value.files : undefined;
  if (typeof files !== "object" || files === null) return undefined;

  const entries = Object.entries(files).filter((entry): entry is [string, string] => typeof entry[1] === "string");
  // A name that leads out of the folder was not written by us, and must not be removed for us.
  return new Map(entries.filter(([name]) => !name.startsWith("/") && !name.split("/").includes("..")));
}

function formatManifest(files: ReadonlyMap<string, string>): string {
  const manifest = { format: "isthmus/manifest", version: 1, files: Object.fromEntries([...files].sort()) };
  return `${JSON.stringify(manifest, null, 2)}\n`;
}

function conflict(folder: string, names: readonly string[], before: ReadonlyMap<string, string>): UserError {
  const [first = ""] = names;
  const what = before.has(first) ? "was edited since Isthmus wrote it" : "is there already and not from Isthmus";
  const others = names.length > 1 ? ` (and ${names.length - 1} more: ${names.slice(1).join(", ")})` : "";
  return new UserError(
    `${join(folder, first)} ${what}${others}; nothing was written.`,
    "Move it away, write elsewhere with --out, or write over it with --force.",
  );
}

function explain(error: unknown): unknown {
  if (!isSystemError(error)) return error;

  const reasons: Readonly<Record<string, string>> = {
    ENOSPC: "the disk is full",
    EDQUOT: "the quota of the disk is used up",
    EACCES: "the folder may not be written to",
    EPERM: "the folder may not be written to",
    EROFS: "the file system is read-only",
    ENOTDIR: "a part of the path is a file",
    EEXIST: "a part of the path is a file",
    EISDIR: "a folder is in the place of a file",
  };
  const where = "path" in error && typeof error.path === "string" ? `${dirname(error.path)}: ` : "";
  const mistake = new UserError(
    `${where}${reasons[error.code] ?? error.code}; nothing was written.`,
    "Make room or rights there, or write elsewhere with --out.",
  );
  mistake.cause = error;
  return mistake;
}

function readIfThere(path: string): string | undefined {
  if (!existsSync(path)) return undefined;
  try {
    return readFileSync(path, "utf8");
  } catch (error) {
    throw explain(error);
  }
}

function hashOf(path: string): string | undefined {
  const text = readIfThere(path);
  return text === undefined ? undefined : hash(text);
}

function hash(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}
