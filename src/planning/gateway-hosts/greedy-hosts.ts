import type { BlockCost, Cost } from "./block-cost.ts";
import { chooseByRule, type Placed } from "./choose-by-rule.ts";
import { coverGreedily } from "./greedy-cover.ts";
import { improve } from "./improve-hosts.ts";
import { blockWeights, type Measure } from "./measure.ts";
import type { Part } from "./split-parts.ts";

/** The heuristic for parts that are too large for the exact method: greedy cover, then local improvement. */
export function chooseGreedily(part: Part, costOf: BlockCost): Placed | undefined {
  let isAllKnown = true;
  const watched: BlockCost = (at, clients): Cost | undefined => {
    const cost = costOf(at, clients);
    if (cost?.isKnown === false) isAllKnown = false;
    return cost;
  };
  // Where it got stuck by price, it may not by gateways.
  const cheapest = solve(part, watched, "monthly");
  return chooseByRule(part, costOf, isAllKnown && cheapest !== undefined, (by) =>
    by === "monthly" ? cheapest : solve(part, costOf, by),
  );
}

/** The best that the heuristic finds by one measure. */
function solve(part: Part, costOf: BlockCost, by: Measure): readonly number[] | undefined {
  const weightOf = blockWeights(costOf, by);
  let best: readonly number[] | undefined;
  let least = Infinity;
  for (const rounds of roundsOf(part)) {
    const state = coverGreedily(part, weightOf, rounds);
    if (!state) continue;
    improve(state);
    const weight = state.weights.reduce((sum, one) => sum + one, 0);
    if (weight < least) [best, least] = [state.hostOf, weight];
  }
  return best;
}

/** Whether the heuristic finds any way at all, good or bad. */
export function isFoundGreedily(part: Part, costOf: BlockCost): boolean {
  const weightOf = blockWeights(costOf, "gateways");
  return roundsOf(part).some((rounds) => coverGreedily(part, weightOf, rounds) !== undefined);
}

/** All at once; and those first that cannot have their own gateway, lest their hosts be gone. */
function roundsOf({ clients }: Part): ReadonlySet<number>[][] {
  const all = [...clients.keys()];
  const hasOwn = (client: number) => clients[client]?.options.some(({ at }) => at === clients[client]?.own);
  const dependent = all.filter((client) => !hasOwn(client));
  const apart = [new Set(dependent), new Set(all.filter(hasOwn))];
  return [[new Set(all)], ...(dependent.length > 0 && dependent.length < all.length ? [apart] : [])];
}
