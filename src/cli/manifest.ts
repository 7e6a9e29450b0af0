import { createHash } from "node:crypto";
import { isJsonObject } from "./json-object.ts";

/** In the folder of the output: what was written there, by SHA-256, so that an edit by hand is seen. */
export const MANIFEST = "manifest.json";

/** What is ours by name. Commands that write to one folder know of each other's files. */
export type Manifest = ReadonlyMap<string, KnownFile>;

export interface KnownFile {
  /** Each that the file may have: two while a run replaces the one by the other. */
  readonly hashes: readonly string[];
  /** The command that wrote it; design writes without. */
  readonly by?: string;
}

export function hash(content: string | Uint8Array): string {
  return createHash("sha256").update(content).digest("hex");
}

/** `undefined` where the text is no list of ours. */
export function parseManifest(text: string): Manifest | undefined {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return undefined;
  }
  if (!isJsonObject(value) || !isJsonObject(value["files"])) return undefined;

  const replaced = isJsonObject(value["replaced"]) ? value["replaced"] : {};
  const writers = isJsonObject(value["by"]) ? value["by"] : {};
  const manifest = new Map<string, KnownFile>();
  for (const [name, known] of [...Object.entries(value["files"]), ...Object.entries(replaced)]) {
    if (typeof known !== "string" || !isInside(name)) continue;
    const by = Object.hasOwn(writers, name) ? writers[name] : undefined;
    manifest.set(name, {
      hashes: [...(manifest.get(name)?.hashes ?? []), known],
      ...(typeof by === "string" ? { by } : {}),
    });
  }
  return manifest;
}

/** `replaced` is there only while files are on their way: after a crash both the old and the new ones are ours. */
export function formatManifest(files: Manifest, replaced: Manifest = new Map()): string {
  const hashOf = (name: string) => files.get(name)?.hashes[0];
  const now = [...files].flatMap(([name, { hashes }]) =>
    hashes.slice(0, 1).map((one) => [name, one] as const),
  );
  const before = [...replaced].flatMap(([name, { hashes }]) =>
    hashes
      .filter((known) => known !== hashOf(name))
      .slice(0, 1)
      .map((old) => [name, old] as const),
  );
  const writers = [...replaced, ...files].flatMap(([name, { by }]) =>
    by === undefined ? [] : [[name, by] as const],
  );
  const manifest = {
    format: "isthmus/manifest",
    version: 1,
    files: sorted(now),
    ...(writers.length > 0 ? { by: sorted(new Map(writers)) } : {}),
    ...(before.length > 0 ? { replaced: sorted(before) } : {}),
  };
  return `${JSON.stringify(manifest, null, 2)}\n`;
}

/** A name that leads out of the folder was not written by us, and must not be removed for us. */
function isInside(name: string): boolean {
  return name.split("/").every((part) => part !== "" && part !== "." && part !== "..") && !/[\\:]/.test(name);
}

function sorted(entries: Iterable<readonly [string, string]>): Readonly<Record<string, string>> {
  return Object.fromEntries([...entries].sort(([a], [b]) => (a < b ? -1 : 1)));
}
