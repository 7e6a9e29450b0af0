import { readdirSync, statSync } from "node:fs";
import { basename, join } from "node:path";
import { isPartOfEstate } from "../readers/recognise.ts";
import { CONFIG_NAME } from "./check/find-config.ts";
import { disk, type FileSource } from "./file-source.ts";
import type { ShownFile } from "./format-findings.ts";
import { type InputGiven, type Loaded, loadInput, STDIN } from "./load-input.ts";
import { UserError } from "./user-error.ts";

/** What is judged on its own: an intent, or one estate, that may lie in several files. */
export interface LoadedGroup {
  readonly loaded: readonly Loaded[];
  /** Of all of them; filled as files lead to others. */
  readonly shown: () => ReadonlyMap<string, ShownFile>;
}

/** Files and folders by name. Parts of estates that are named together make one estate; each intent is one of its own. */
export function loadInputs(
  paths: readonly string[],
  given: InputGiven = {},
  source: FileSource = disk,
): readonly LoadedGroup[] {
  const files = paths
    .filter((path) => paths.length === 1 || !isOurs(path))
    .flatMap((path) => (isFolder(path) ? filesIn(path) : [{ path, isAsked: true }]));
  const names = files.map(({ path }) => basename(path));
  const loaded = files.flatMap(({ path, isAsked }) => {
    const isUnique = names.indexOf(basename(path)) === names.lastIndexOf(basename(path));
    const one = loadInput(path, isUnique ? given : { ...given, called: path }, source);
    return isAsked || isPartOfEstate(one.format) ? [one] : [];
  });
  if (loaded.length === 0) {
    throw new UserError(
      `${paths.join(", ")} is a folder and holds no file of an estate.`,
      "Name a folder with exports of Azure, Terraform plans, ARM templates or estate files; or one file.",
    );
  }
  const parts = loaded.filter(({ format }) => isPartOfEstate(format));
  const groups = loaded.flatMap((one) => {
    if (!parts.includes(one)) return [[one]];
    return parts[0] === one ? [parts] : [];
  });
  return groups.map((group) => ({
    loaded: group,
    shown: () => new Map(group.flatMap(({ shown }) => [...shown])),
  }));
}

/** What lies beside inputs, and comes along where a shell fills in names. */
function isOurs(path: string): boolean {
  return [CONFIG_NAME, "isthmus.baseline.json"].includes(basename(path));
}

/** For commands that take one thing. */
export function loadOne(path: string, given: InputGiven = {}): LoadedGroup {
  const [group] = loadInputs([path], given);
  if (group) return group;
  throw new UserError(`${path} holds no file of an estate.`, "Name a file.");
}

function isFolder(path: string): boolean {
  return path !== STDIN && (statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false);
}

/** Of a folder those that can be read, in the order of their names; folders in it are others. */
function filesIn(folder: string): readonly { readonly path: string; readonly isAsked: boolean }[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(ya?ml|jsonc?)$/i.test(entry.name))
    .map(({ name }) => ({ path: join(folder, name), isAsked: false }))
    .sort((a, b) => (a.path < b.path ? -1 : 1));
}
