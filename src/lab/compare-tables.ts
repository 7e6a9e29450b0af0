import { setTimeout as wait } from "node:timers/promises";
import { comparePrefixes, formatPrefix, type Prefix } from "../ip/index.ts";
import type { NodeId, TableId } from "../model/topology.ts";
import type { Prediction } from "../predict.ts";
import { createForwardingRoutes, createUp } from "../routing/index.ts";
import { decidingRoutes } from "./deciding-routes.ts";
import { type KernelTable, readKernelTables } from "./kernel-tables.ts";
import type { LabPlan } from "./lab-plan.ts";
import type { Holder } from "./run/holder.ts";
import type { Verdict } from "./verdict-of.ts";

/** A table that something looks up in, with what was predicted of it and what the kernel has. */
export interface ComparedTable {
  readonly at: NodeId;
  readonly table: TableId;
  /** Who looks up in it; none: only what arrives by certain links. */
  readonly lookers: readonly NodeId[];
  readonly routes: readonly ComparedRoute[];
}

/** Next hops as sets, in order; absent: there is no such route; none: what is sent there is lost. */
export interface ComparedRoute {
  readonly prefix: Prefix;
  readonly predicted?: readonly string[];
  readonly inLab?: readonly string[];
  /** `undecided`: a next hop that was learned, and that the table by itself knows no way to. */
  readonly verdict: Verdict;
}

export type PredictedTables = Pick<Prediction, "topology" | "solved" | "situation">;

const LOOK_MS = 300;

/**
 * Each table of the kernel against its prediction: which prefixes decide, and who gets what goes there. Where they differ
 * they are read again for a while, for routers may be about to learn or to forget.
 */
export async function compareTables(
  holder: Holder,
  plan: LabPlan,
  predicted: PredictedTables,
  patienceSeconds: number,
): Promise<readonly ComparedTable[]> {
  const end = performance.now() + patienceSeconds * 1000;
  const compare = createComparison(predicted);
  for (;;) {
    const compared = compare(await readKernelTables(holder, plan));
    const differs = compared.some(({ routes }) => routes.some(({ verdict }) => verdict === "differs"));
    if (!differs || performance.now() >= end) return compared;
    await wait(LOOK_MS);
  }
}

/** What is predicted is worked out once, however often the kernel is asked. Places that are down have no tables; users have what their programs were told. */
function createComparison({ topology, solved, situation }: PredictedTables) {
  const up = createUp(topology, situation);
  const forwardingRoutes = createForwardingRoutes(topology, solved, situation);
  const lookers = lookersByTable(topology);
  const known = new Map<string, ReturnType<typeof forwardingRoutes>>();

  return (read: readonly KernelTable[]): readonly ComparedTable[] =>
    read.flatMap(({ at, table, routes }) => {
      const [node, predicted] = [topology.nodes.get(at), topology.tables.get(table)];
      if (!node || !predicted || node.role === "p2sUsers" || !up.isUp(at)) return [];

      const key = `${at} ${table}`;
      const foretold = known.get(key) ?? forwardingRoutes(predicted, node);
      known.set(key, foretold);
      return [{ at, table, lookers: lookers.get(table) ?? [], routes: compareRoutes(foretold, routes) }];
    });
}

function compareRoutes(
  predicted: ReturnType<ReturnType<typeof createForwardingRoutes>>,
  inLab: KernelTable["routes"],
): readonly ComparedRoute[] {
  const foretold = byPrefix(decidingRoutes(predicted));
  const had = byPrefix(decidingRoutes(inLab));
  const open = new Set(predicted.flatMap((route) => (route.unresolved ? formatPrefix(route.prefix) : [])));
  const prefixes = new Map([...foretold, ...had].map(([text, { prefix }]) => [text, prefix]));
  return [...prefixes]
    .map(([text, prefix]): ComparedRoute => {
      const [first, second] = [foretold.get(text)?.nextHops, had.get(text)?.nextHops];
      const agrees = first?.join(" ") === second?.join(" ");
      return {
        prefix,
        ...(first === undefined ? {} : { predicted: first }),
        ...(second === undefined ? {} : { inLab: second }),
        verdict: open.has(text) ? "undecided" : agrees ? "agrees" : "differs",
      };
    })
    .sort((a, b) => comparePrefixes(a.prefix, b.prefix));
}

function byPrefix<T extends { readonly prefix: Prefix }>(routes: readonly T[]): ReadonlyMap<string, T> {
  return new Map(routes.map((route) => [formatPrefix(route.prefix), route]));
}

function lookersByTable({ nodes }: PredictedTables["topology"]): ReadonlyMap<TableId, readonly NodeId[]> {
  const found = new Map<TableId, NodeId[]>();
  for (const { id, table } of [...nodes.values()].toSorted((a, b) => (a.id < b.id ? -1 : 1)))
    if (table !== undefined) found.set(table, [...(found.get(table) ?? []), id]);
  return found;
}
