import { addCosts, blockCosts, type Cost, NOTHING, toMonthly } from "./block-cost.ts";
import type { Placed } from "./choose-by-rule.ts";
import { findConflict } from "./find-conflict.ts";
import type { HostChoice, HostGap, NoHosts } from "./host-choice.ts";
import { hostOptions } from "./host-options.ts";
import type { GatewayDemand, HostProblem } from "./host-problem.ts";
import { lowerBound } from "./lower-bound.ts";
import { measured } from "./measure.ts";
import { type IndexedDemand, indexProblem, type ProblemIndex } from "./problem-index.ts";
import { solvePart } from "./solve-part.ts";
import { type Part, splitParts } from "./split-parts.ts";

/**
 * Where gateways stand: each network with demands is its own host, or uses the gateway of one network that it peers
 * with and that is its own host (gateway transit). Of all choices that break no rule, the best: by the rule of
 * `choose-by-rule.ts`, then with fewer peerings that nobody asked for, then by name. Exact where every part is within
 * the size of `exact-size.ts`; where one is not, greedy there and exact elsewhere.
 */
export function chooseHosts<D extends GatewayDemand>(problem: HostProblem<D>): HostChoice | NoHosts {
  const index = indexProblem(problem);
  const solved: SolvedPart[] = [];
  const unsolved: IndexedDemand[] = [];
  for (const part of splitParts(hostOptions(index, index.demands))) {
    const { placed, method } = solvePart(part, index);
    if (placed) solved.push({ part, placed, method });
    else unsolved.push(...part.clients.flatMap(({ demands }) => demands));
  }
  return unsolved.length > 0 ? findConflict(index, unsolved) : choiceOf(solved, index);
}

interface SolvedPart {
  readonly part: Part;
  readonly placed: Placed;
  readonly method: "exact" | "greedy";
}

function choiceOf(solved: readonly SolvedPart[], index: ProblemIndex): HostChoice {
  const uses = solved.flatMap(({ part, placed }) =>
    part.clients.map(({ name, options }, client) => {
      const option = options.find(({ at }) => at === placed.hosts[client]);
      return { network: name, host: option?.host ?? name, isAdded: option?.added !== undefined };
    }),
  );
  uses.sort((a, b) => (a.network < b.network ? -1 : 1));
  const cost = solved.map(({ placed }) => placed.cost).reduce(addCosts, NOTHING);
  const isGreedy = solved.some(({ method }) => method === "greedy");
  return {
    kind: "chosen",
    hosts: new Map(uses.map(({ network, host }) => [network, host])),
    addedPeerings: uses.filter(({ isAdded }) => isAdded).map(({ network, host }) => ({ network, host })),
    total: { monthly: toMonthly(cost.units), isKnown: cost.isKnown, gateways: cost.gateways },
    method: isGreedy ? "greedy" : "exact",
    ...(isGreedy ? { gap: gapOf(solved, cost, index) } : {}),
  };
}

function gapOf(solved: readonly SolvedPart[], cost: Cost, index: ProblemIndex): HostGap {
  const by = cost.isKnown ? "monthly" : "gateways";
  const total = cost.isKnown ? toMonthly(cost.units) : cost.gateways;
  const bounds = solved.map(({ part, placed, method }) => {
    if (method === "exact") return by === "monthly" ? toMonthly(placed.cost.units) : placed.cost.gateways;
    return measured(lowerBound(part, blockCosts(part, index), by), by);
  });
  // Sums of money in cents and less: as exact as the total is.
  const sum = Math.round(bounds.reduce((all, bound) => all + bound, 0) * 10_000) / 10_000;
  return { by, lowerBound: Math.min(sum, total), total };
}
