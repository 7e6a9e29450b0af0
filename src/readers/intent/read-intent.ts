import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import type { ConnectionIntent, Intent, IsolationIntent, VirtualNetworkIntent } from "../../model/intent.ts";
import type { Document, JsonObject } from "../../source/document.ts";
import { isObject } from "../../source/index.ts";
import { checkNames } from "./check-names.ts";
import type { IntentFile } from "./intent-file.ts";
import { readConnection } from "./read-connection.ts";
import { readDefaults } from "./read-defaults.ts";
import { isAnyNameHidden, readFile, unreadableNames } from "./read-file.ts";
import { readPools } from "./read-pools.ts";
import { readP2sUsers, readSite } from "./read-sites.ts";
import { readVirtualNetwork } from "./read-virtual-network.ts";
import { at, type Reading, readRanges } from "./reading.ts";
import { reportRegions } from "./report-regions.ts";

export interface IntentRead {
  /** What could be read; absent where the file is no mapping, or its syntax is broken. */
  readonly intent: Intent | undefined;
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Reads an intent file. Every mistake is reported in one run: a broken entry is left out and the rest is read. Where
 * the syntax is broken, that comes first: what was recovered may be anything.
 */
export function readIntent(document: Document, kinds: readonly string[]): IntentRead {
  const { file, value, problems } = document;
  if (problems.length > 0) return { intent: undefined, diagnostics: [] };
  if (!isObject(value)) return { intent: undefined, diagnostics: [notAnIntent(document)] };

  const { data, diagnostics, damage } = readFile(file, value);
  const reading: Reading = { file, diagnostics: [...diagnostics], damage, withoutRegion: [] };
  return { intent: data && readParts(reading, data, value, kinds), diagnostics: reading.diagnostics };
}

function readParts(reading: Reading, file: IntentFile, value: JsonObject, kinds: readonly string[]): Intent {
  const later = checkNames(reading, value);
  const broken = new Set(unreadableNames(value, reading.damage));
  const read = <E, T>(
    collection: string,
    entries: Readonly<Record<string, E>>,
    one: (name: string, entry: E) => T | undefined,
  ) => {
    for (const name of namesOf(value, collection)) if (!Object.hasOwn(entries, name)) broken.add(name);
    return Object.entries(entries).flatMap(([name, entry]) => {
      const result = one(name, entry);
      const isWhole =
        result !== undefined &&
        !reading.damage.touches(collection, name) &&
        !later.has(`${collection}/${name}`);
      if (!isWhole) broken.add(name);
      return isWhole ? [result] : [];
    });
  };

  const defaults = readDefaults(reading, file);
  const virtualNetworks = read("virtualNetworks", file.virtualNetworks, (name, entry) =>
    readVirtualNetwork(reading, name, entry ?? {}, defaults),
  );
  reportRegions(reading);
  const pools = readPools(reading, file);
  const connections = file.connections.flatMap(
    (entry, index) => readConnection(reading, index, entry, kinds) ?? [],
  );
  const isolate = readIsolation(reading, file);
  if (isAnyNameHidden(value, reading.damage))
    for (const name of namesAskedFor(connections, isolate)) broken.add(name);
  return {
    name: file.name,
    ...(file.description === undefined ? {} : { description: file.description }),
    pools: pools ?? [],
    reserved: readRanges(reading, file.reserved, at(reading, "reserved"), "reserved"),
    virtualNetworks: pools ? virtualNetworks : withoutPools(virtualNetworks, broken),
    sites: read("sites", file.sites, (name, entry) => readSite(reading, name, entry)),
    p2sUsers: read("p2sUsers", file.p2sUsers, (name, entry) => readP2sUsers(reading, name, entry)),
    connections,
    isolate,
    prefer: file.prefer,
    broken,
    origin: at(reading),
  };
}

function namesOf(value: JsonObject, collection: string): readonly string[] {
  const entries = value[collection];
  return isObject(entries) ? Object.keys(entries) : [];
}

/** Where the pools could not be read, nobody knows the ranges of the networks that take theirs from them. */
function withoutPools(
  networks: readonly VirtualNetworkIntent[],
  broken: Set<string>,
): readonly VirtualNetworkIntent[] {
  return networks.filter((network) => {
    const has = (family: 4 | 6) => network.addressSpace.some(({ prefix }) => prefix.family === family);
    const isFixed = network.existing !== undefined || (has(4) && (has(6) || !network.dualStack));
    if (!isFixed) broken.add(network.name);
    return isFixed;
  });
}

/** Every name that a connection or an isolation mentions. */
function namesAskedFor(
  connections: readonly ConnectionIntent[],
  isolate: readonly IsolationIntent[],
): readonly string[] {
  const ends = [
    ...connections.flatMap(({ between, mesh }) => [...(between ?? []), mesh ?? []].flat()),
    ...isolate.flatMap(({ between }) => between),
  ];
  return [...ends.map(({ text }) => text), ...connections.flatMap(({ via }) => via ?? [])];
}

function readIsolation(reading: Reading, file: IntentFile): readonly IsolationIntent[] {
  return file.isolate.flatMap(([a, b], index) => {
    const origin = at(reading, "isolate", index);
    if (reading.damage.touches("isolate", index)) return [];
    return {
      between: [
        { text: a, origin: at(reading, "isolate", index, 0) },
        { text: b, origin: at(reading, "isolate", index, 1) },
      ],
      origin,
    };
  });
}

function notAnIntent(document: Document): Diagnostic {
  const isEmpty = document.value === undefined || document.value === null;
  return {
    rule: "intent/missing-value",
    severity: "error",
    message: isEmpty ? `${document.file} is empty.` : `${document.file} holds no mapping of keys.`,
    origin: { file: document.file, path: [] },
    hint: "Begin with name: and virtualNetworks:, or let `isthmus init` write a file to start from.",
  };
}
