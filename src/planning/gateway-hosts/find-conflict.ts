import { blockCosts } from "./block-cost.ts";
import { chooseExactly } from "./exact-hosts.ts";
import { isFoundGreedily } from "./greedy-hosts.ts";
import type { NoHosts, RefusedHost } from "./host-choice.ts";
import { hostOptions } from "./host-options.ts";
import type { IndexedDemand, ProblemIndex } from "./problem-index.ts";
import { smallSubsets } from "./small-subsets.ts";
import { type Part, splitParts } from "./split-parts.ts";

/** So many sets are tried one by one: all pairs of 140 demands, all triples of 40. */
const MOST_TRIED = 10_000;

const LARGEST_TRIED = 3;

/** So often the heuristic may find nothing; then what is left is answered, though more could be left out. */
const MOST_UNPROVEN = 30;

/** With more demands than these, one order has to do: each step of it chooses hosts for hundreds. */
const FEW = 60;

/**
 * Demands that cannot be met together, though any of them can be left out to meet the others. Small sets are tried one
 * by one, the smallest first; if none of them is it, demands are left out one after the other while the rest stays
 * impossible, in several orders, and the smallest that is left is answered.
 */
export function findConflict(index: ProblemIndex, impossible: readonly IndexedDemand[]): NoHosts {
  const demands = withThoseThatClose(index, impossible).sort((a, b) => a.index - b.index);
  const conflict = smallConflict(index, demands) ?? shrink(index, demands);
  return {
    kind: "impossible",
    conflict: conflict.map(({ id }) => id),
    isProven: stateOf(index, conflict) === "impossible",
    refused: partsOf(index, conflict).flatMap((part) => refusedAt(part, index)),
  };
}

/** And the demands of their peers that bind these to another host, so that they cannot host. */
function withThoseThatClose(index: ProblemIndex, demands: readonly IndexedDemand[]): IndexedDemand[] {
  const peers = new Set(demands.flatMap(({ network }) => [...(index.peers.get(network)?.keys() ?? [])]));
  const closing = index.demands.filter(
    ({ network, via }) => peers.has(network) && via !== undefined && via !== network,
  );
  return [...new Set([...demands, ...closing])];
}

function smallConflict(index: ProblemIndex, demands: readonly IndexedDemand[]) {
  let tried = 0;
  for (let size = 1; size <= LARGEST_TRIED; size++) {
    for (const subset of smallSubsets(demands, size)) {
      if (++tried > MOST_TRIED) return undefined;
      if (stateOf(index, subset) === "impossible") return subset;
    }
  }
  return undefined;
}

function shrink(index: ProblemIndex, demands: readonly IndexedDemand[]): readonly IndexedDemand[] {
  const byNetwork = [...demands].sort((a, b) => (a.network < b.network ? -1 : a.network > b.network ? 1 : 0));
  const all = [demands, demands.toReversed(), byNetwork, byNetwork.toReversed()];
  const orders = demands.length > FEW ? [demands] : all;
  const found = orders.map((order) => {
    const budget = { unproven: MOST_UNPROVEN };
    let rest = order;
    for (let length = Math.ceil(order.length / 2); ; length = Math.ceil(length / 2)) {
      rest = leaveOut(index, rest, length, budget);
      if (length === 1) break;
    }
    return [...rest].sort((a, b) => a.index - b.index);
  });
  const isProven = (conflict: readonly IndexedDemand[]) => stateOf(index, conflict) === "impossible";
  const proven = found.filter(isProven);
  return (proven.length > 0 ? proven : found).reduce((a, b) => (b.length < a.length ? b : a));
}

/** Leaves out so many neighbours at once, wherever the rest stays impossible without them. */
function leaveOut(
  index: ProblemIndex,
  demands: readonly IndexedDemand[],
  length: number,
  budget: { unproven: number },
) {
  let rest = demands;
  for (let start = 0; start < demands.length; start += length) {
    const left = new Set(demands.slice(start, start + length));
    const fewer = rest.filter((demand) => !left.has(demand));
    if (fewer.length === rest.length || budget.unproven === 0) continue;
    const state = stateOf(index, fewer);
    if (state !== "possible") rest = fewer;
    if (state === "unknown") budget.unproven--;
  }
  return rest;
}

type State = "possible" | "impossible" | "unknown";

/** `unknown`: too large to be sure, and the heuristic found nothing. */
function stateOf(index: ProblemIndex, demands: readonly IndexedDemand[]): State {
  const states = partsOf(index, demands).map((part) => stateOfPart(part, index));
  return (
    states.find((state) => state === "impossible") ??
    states.find((state) => state === "unknown") ??
    "possible"
  );
}

function stateOfPart(part: Part, index: ProblemIndex): State {
  if (part.clients.some(({ options }) => options.length === 0)) return "impossible";
  const costOf = blockCosts(part, index);
  const exact = chooseExactly(part, costOf);
  if (exact !== "tooLarge") return exact ? "possible" : "impossible";
  return isFoundGreedily(part, costOf) ? "possible" : "unknown";
}

function partsOf(index: ProblemIndex, demands: readonly IndexedDemand[]): Part[] {
  return splitParts(hostOptions(index, demands));
}

function refusedAt({ clients, hosts }: Part, index: ProblemIndex): RefusedHost[] {
  return hosts.flatMap(({ name, guests }) => {
    const refusal = index.ask(
      name,
      guests.flatMap((guest) => clients[guest]?.demands ?? []),
    );
    return "because" in refusal ? [{ host: name, refusal }] : [];
  });
}
