import type { Down, Source } from "./lab.ts";
import { flagAt, type LabObject, numberAt, objectAt, objectOf, objectsAt, textAt } from "./lab-json.ts";
import { sourceOf } from "./lab-source.ts";

export type Cell = string | number | boolean | null;
export type RecordedRow = Readonly<Record<string, Cell>>;
/** By owner: a gateway, a circuit's path, a network interface, a router, a host. */
export type OwnedRows = Readonly<Record<string, readonly RecordedRow[]>>;

/** Every table that a recording may have, and its columns in their order. */
export const TABLES = {
  bgpPeers: ["neighbor", "asn", "localAddress", "routesReceived", "state"],
  learnedRoutes: ["network", "nextHop", "origin", "sourcePeer", "asPath", "weight"],
  circuitRoutes: ["network", "nextHop", "starred", "locPrf", "path", "weight"],
  effectiveRoutes: ["source", "state", "prefix", "nextHopType", "nextHopIp"],
  mcrRoutes: ["prefix", "best", "bgpType", "nextHop", "vxc", "asPath"],
  nvaRoutes: "code prefix selected fib distance metric nextHop recursive interface src".split(" "),
  nvaBgpRoutes: "status network nextHop metric locPrf weight asPath origin".split(" "),
  nvaInterfaces: ["interface", "status", "vrf", "address"],
} as const;

export type TableName = keyof typeof TABLES;
export const TABLE_NAMES = [
  "bgpPeers",
  "learnedRoutes",
  "circuitRoutes",
  "effectiveRoutes",
  "mcrRoutes",
  "nvaRoutes",
  "nvaBgpRoutes",
  "nvaInterfaces",
] as const satisfies readonly TableName[];

export type Tables = Readonly<Partial<Record<TableName, OwnedRows>>>;

/** A packet's way, or whether there is one. */
export interface Probe {
  readonly what: "trace" | "ping" | "curl";
  readonly from: string;
  readonly to: string;
  /** Where it is told. */
  readonly address?: string;
  readonly family: number;
  readonly reached: boolean;
  /** Of a trace: the last that answered anything, or nothing. */
  readonly last?: string | null;
}

/** What real Azure printed while a lab was in one state. */
export interface Recording {
  readonly lab: string;
  readonly state: string;
  readonly source: Source & { readonly path: string };
  readonly down: readonly Down[];
  readonly tables: Tables;
  readonly probes: readonly Probe[];
  /** Tables that the author kept from another recording. */
  readonly leftOut: readonly string[];
}

/** A recording in the form of `<lab>.<state>.json`; what is down stands in the lab's topology. */
export function readRecording(text: string, topology: LabObject): Recording {
  const record = objectOf(JSON.parse(text));
  const state = textAt(record, "state") ?? "";
  const described = objectAt(objectAt(topology, "states"), state);
  const others = Object.keys(objectAt(described, "tablesOfAnotherState"));
  const tables: Partial<Record<TableName, OwnedRows>> = {};
  for (const name of TABLE_NAMES) {
    if (!(name in record) || others.includes(name)) continue;
    tables[name] = Object.fromEntries(
      Object.keys(objectAt(record, name)).map((owner) => [
        owner,
        objectsAt(objectAt(record, name), owner).map(rowOf),
      ]),
    );
  }
  return {
    lab: textAt(record, "lab") ?? "",
    state,
    source: { ...sourceOf(record), path: textAt(objectAt(record, "source"), "path") ?? "" },
    down: objectsAt(described, "down").map((down) => ({ ...down, kind: textAt(down, "kind") ?? "" })),
    tables,
    probes: probesOf(record),
    leftOut: others,
  };
}

function rowOf(row: LabObject): RecordedRow {
  return Object.fromEntries(Object.entries(row).map(([key, value]) => [key, cellOf(value)]));
}

function cellOf(value: unknown): Cell {
  return typeof value === "string" || typeof value === "number" || typeof value === "boolean" ? value : null;
}

function probesOf(record: LabObject): readonly Probe[] {
  const kinds = [
    ["trace", "traces"],
    ["ping", "pings"],
    ["curl", "curls"],
  ] as const;
  return kinds.flatMap(([what, key]) =>
    objectsAt(record, key).map((probe): Probe => {
      const address = textAt(probe, "address");
      return {
        what,
        from: textAt(probe, "from") ?? "",
        to: textAt(probe, "to") ?? "",
        ...(address === undefined ? {} : { address }),
        family: numberAt(probe, "family") ?? 4,
        reached: flagAt(probe, "reached"),
        ...(what === "trace"
          ? { last: textAt(objectsAt(probe, "hops").at(-1) ?? {}, "address") ?? null }
          : {}),
      };
    }),
  );
}
