import { formatPrefix } from "../../ip/index.ts";
import type { LayerId, Node, Program, Table } from "../../model/topology.ts";
import { type LabDraft, leaveOut, type NamespaceDraft, tableNumber } from "./lab-draft.ts";
import { rangesToNowhere } from "./ranges-to-nowhere.ts";
import type { RouterTable, TableSource } from "./router-draft.ts";
import type { Shield } from "./shields.ts";
import { directRows, learnedLayersOf, type StaticRow, staticRows } from "./table-rows.ts";
import type { Lookup, Ways } from "./ways.ts";
import { tablePurpose } from "./ways.ts";

/** A speaker and what it puts into a layer. */
export interface Filling {
  readonly node: Node;
  readonly program: Program;
}

export type Fillings = ReadonlyMap<LayerId, readonly Filling[]>;

export function fillingsOf(draft: LabDraft): Fillings {
  const found = new Map<LayerId, Filling[]>();
  for (const [, node] of [...draft.topology.nodes].sort(([a], [b]) => (a < b ? -1 : 1)))
    for (const program of node.speaker?.programs ?? [])
      found.set(program.layer, [...(found.get(program.layer) ?? []), { node, program }]);
  return found;
}

/** Worse than what anybody says: what no row leads elsewhere ends here, and is looked up nowhere else. */
const NOWHERE = "route add blackhole default metric 9999 table";

/** Better than that, and worse than the row itself, whose route is gone while its device is down. */
const LOST = "metric 9998 table";

const NO_DEFAULT_ROUTE =
  "the private ranges that Azure sends nowhere while no default route is learned are left to shorter rows all the time";

/**
 * A table of the topology as one of the kernel in a namespace. What nobody fills is written down as it is; for the rest
 * there is a router, and what it needs is the answer.
 */
export function writeTable(
  table: Table,
  namespace: NamespaceDraft,
  node: Node,
  ways: Ways,
  fillings: Fillings,
  draft: LabDraft,
): RouterTable | undefined {
  const number = tableNumber(namespace, tablePurpose(table.id));
  const isUsers = node.role === "p2sUsers";
  // Users are told the rest when they connect, and what they hear of goes first.
  if (isUsers) namespace.ip.push(`rule add pref 110 iif lo lookup ${number}`);
  else namespace.ip.push(`${NOWHERE} ${number}`);

  const lookup: Lookup = { namespace, node, direct: directRows(table, draft.topology) };
  const rows = (isUsers ? [] : staticRows(table, draft.topology)).map((row) => ({
    row,
    devices: devicesOf(row, lookup, ways),
  }));
  if (rangesToNowhere(table, draft.topology).isOpen) leaveOut(draft, table.id, NO_DEFAULT_ROUTE);
  const learned = learnedLayersOf(table, new Set(fillings.keys()));
  if (learned.length === 0) {
    namespace.ip.push(
      ...rows.map(({ row, devices }) => routeLine(formatPrefix(row.prefix), devices, number)),
      ...rows
        .filter(({ row, devices }) => row.stays && devices.length > 0)
        .map(({ row }) => `route add blackhole ${formatPrefix(row.prefix)} ${LOST} ${number}`),
    );
    return undefined;
  }
  const [strongest = 0] = learned.map(({ layer }) => layer.rank);
  return {
    number,
    title: table.name,
    rows: rows.map(({ row, devices }) => ({
      prefix: formatPrefix(row.prefix),
      strong: row.rank >= strongest,
      stays: row.stays && devices.length > 0,
      devices,
    })),
    learned: learned.flatMap(({ layer, shields }) => sourcesOf(layer.id, shields, namespace, fillings)),
    multipath: learned.every(({ layer }) => isMultipath(fillings.get(layer.id) ?? [])),
  };
}

function devicesOf({ nextHops }: StaticRow, lookup: Lookup, ways: Ways): readonly string[] {
  return [...new Set(nextHops.flatMap((nextHop) => ways(nextHop, lookup)))];
}

export function routeLine(prefix: string, devices: readonly string[], table: number): string {
  const [first, ...others] = devices;
  if (first === undefined) return `route add blackhole ${prefix} table ${table}`;
  if (others.length === 0) return `route add ${prefix} dev ${first} table ${table}`;
  return `route add ${prefix} table ${table} ${devices.map((device) => `nexthop dev ${device}`).join(" ")}`;
}

/** What the speaker of this same namespace fills needs no telling. */
function sourcesOf(
  layer: LayerId,
  shields: readonly Shield[],
  namespace: NamespaceDraft,
  fillings: Fillings,
): readonly TableSource[] {
  const all = fillings.get(layer) ?? [];
  const own = all.filter(({ node }) => node.id === namespace.id);
  return [
    ...own.map(({ program }): TableSource => ({ from: "speaker", tags: program.tags, shields })),
    ...(all.length > own.length ? [{ from: "layer", layer, shields } satisfies TableSource] : []),
  ];
}

/** Of one that keeps a single way it is the only one; those of several speakers stand side by side. */
function isMultipath(fillings: readonly Filling[]): boolean {
  return fillings.length > 1 || fillings.every(isManyPathed);
}

function isManyPathed({ node, program }: Filling): boolean {
  return node.speaker?.multipath === true && program.singlePath !== true;
}
