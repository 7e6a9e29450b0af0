import { createHash } from "node:crypto";
import { isJsonObject } from "./json-object.ts";

/** In the folder of the output: what was written there, by SHA-256, so that an edit by hand is seen. */
export const MANIFEST = "manifest.json";

/** What is ours by name: each hash that the file may have. Two while a run replaces the one by the other. */
export type Manifest = ReadonlyMap<string, readonly string[]>;

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
  const manifest = new Map<string, string[]>();
  for (const [name, known] of [...Object.entries(value["files"]), ...Object.entries(replaced)]) {
    if (typeof known === "string" && isInside(name))
      manifest.set(name, [...(manifest.get(name) ?? []), known]);
  }
  return manifest;
}

/** `replaced` is there only while files are on their way: after a crash both the old and the new ones are ours. */
export function formatManifest(files: ReadonlyMap<string, string>, replaced: Manifest = new Map()): string {
  const before = [...replaced].flatMap(([name, hashes]): [string, string][] => {
    const old = hashes.find((known) => known !== files.get(name));
    return old === undefined ? [] : [[name, old]];
  });
  const manifest = {
    format: "isthmus/manifest",
    version: 1,
    files: sorted(files),
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
