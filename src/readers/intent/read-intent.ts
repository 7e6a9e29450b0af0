import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import type { Intent } from "../../model/intent.ts";
import type { Document, JsonObject } from "../../source/document.ts";
import type { Path } from "../../source/path.ts";
import { checkSchema } from "../../diagnostics/schema-diagnostics.ts";
import { checkNames } from "./check-names.ts";
import { type IntentFile, intentFile } from "./intent-file.ts";
import { prune } from "./prune.ts";
import { readConnection } from "./read-connection.ts";
import { readDefaults } from "./read-defaults.ts";
import { readPools } from "./read-pools.ts";
import { readP2sUsers, readSite } from "./read-sites.ts";
import { readVirtualNetwork } from "./read-virtual-network.ts";
import { at, type Reading, readRanges } from "./reading.ts";

export interface IntentRead {
  /** What could be read; absent where the file is no mapping at all. */
  readonly intent: Intent | undefined;
  readonly diagnostics: readonly Diagnostic[];
}

/** Reads an intent file. Every mistake is reported in one run: a broken entry is left out and the rest is read. */
export function readIntent(document: Document, kinds: readonly string[]): IntentRead {
  const { value } = document;
  if (!isMapping(value)) {
    return { intent: undefined, diagnostics: document.problems.length > 0 ? [] : [notAnIntent(document)] };
  }
  const { file, diagnostics, removed } = checkFile(document.file, value);
  const reading: Reading = { file: document.file, diagnostics };
  return { intent: file && readParts(reading, file, removed, kinds), diagnostics };
}

function checkFile(file: string, value: JsonObject): { file?: IntentFile; diagnostics: Diagnostic[]; removed: Path[] } {
  const root = { file, path: [] };
  const first = checkSchema(intentFile, value, root, "intent");
  if (first.data) return { file: first.data, diagnostics: [], removed: [] };

  const { value: rest, removed } = prune({ name: "unnamed", ...value }, first.diagnostics);
  const second = checkSchema(intentFile, withoutGaps({ ...rest, name: rest["name"] ?? "unnamed" }), root, "intent");
  return { ...(second.data ? { file: second.data } : {}), diagnostics: [...first.diagnostics], removed };
}

/** A broken entry of a list was put to null, so that the others kept their places; an empty one stands for it. */
function withoutGaps(value: JsonObject): JsonObject {
  const { connections, isolate, ...rest } = value;
  return {
    ...rest,
    ...(Array.isArray(connections) ? { connections: connections.map((entry) => entry ?? {}) } : {}),
    ...(Array.isArray(isolate) ? { isolate: isolate.map((entry) => entry ?? ["", ""]) } : {}),
  };
}

function readParts(reading: Reading, file: IntentFile, removed: readonly Path[], kinds: readonly string[]): Intent {
  const isRemoved = (collection: string, key: string | number) =>
    removed.some((path) => path.length === 2 && path[0] === collection && path[1] === key);
  const broken = new Set(
    removed.flatMap(([collection, name]) =>
      collection !== "connections" && collection !== "isolate" && typeof name === "string" ? [name] : [],
    ),
  );
  const read = <E, T>(collection: string, entries: Readonly<Record<string, E>>, one: (name: string, entry: E) => T | undefined) =>
    Object.entries(entries).flatMap(([name, entry]) => {
      const value = one(name, entry);
      if (value === undefined) broken.add(name);
      return value === undefined || isRemoved(collection, name) ? [] : [value];
    });

  const defaults = readDefaults(reading, file);
  const virtualNetworks = read("virtualNetworks", file.virtualNetworks, (name, entry) =>
    readVirtualNetwork(reading, name, entry ?? {}, defaults),
  );
  const sites = read("sites", file.sites, (name, entry) => readSite(reading, name, entry));
  const p2sUsers = read("p2sUsers", file.p2sUsers, (name, entry) => readP2sUsers(reading, name, entry));
  checkNames(reading, virtualNetworks, sites, p2sUsers);

  return {
    name: file.name,
    ...(file.description === undefined ? {} : { description: file.description }),
    pools: readPools(reading, file),
    reserved: readRanges(reading, file.reserved, at(reading, "reserved"), "reserved"),
    virtualNetworks,
    sites,
    p2sUsers,
    connections: file.connections.flatMap((entry, index) =>
      isRemoved("connections", index) ? [] : (readConnection(reading, index, entry, kinds) ?? []),
    ),
    isolate: file.isolate.flatMap(([a, b], index) =>
      isRemoved("isolate", index)
        ? []
        : [
            {
              between: [
                { text: a, origin: at(reading, "isolate", index, 0) },
                { text: b, origin: at(reading, "isolate", index, 1) },
              ],
              origin: at(reading, "isolate", index),
            } as const,
          ],
    ),
    prefer: file.prefer,
    broken,
    origin: at(reading),
  };
}

function isMapping(value: Document["value"]): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function notAnIntent(document: Document): Diagnostic {
  const empty = document.value === undefined || document.value === null;
  return {
    rule: "intent/missing-value",
    severity: "error",
    message: empty ? `${document.file} is empty.` : `${document.file} holds no mapping of keys.`,
    origin: { file: document.file, path: [] },
    hint: "Begin with name: and virtualNetworks:, or let `isthmus init` write a file to start from.",
  };
}
