import { addCosts, type BlockCost, type Cost, NOTHING } from "./block-cost.ts";
import { type Measure, weigh } from "./measure.ts";
import type { Part } from "./split-parts.ts";

/** Hosts of a part's clients, and what they cost together. */
export interface Placed {
  readonly hosts: readonly number[];
  readonly cost: Cost;
}

/**
 * "An unknown price neither wins nor loses": two choices are compared by monthly price where both are priced, otherwise
 * by gateways. That alone can go round in a circle, so the rule is: a choice with an unknown price is taken where
 * nothing has fewer gateways (then fewer added peerings, then names); otherwise the cheapest of the priced ones. This
 * is the choice that no other beats, wherever there is one.
 */
export function chooseByRule(
  part: Part,
  costOf: BlockCost,
  isAllKnown: boolean,
  solve: (by: Measure) => readonly number[] | undefined,
): Placed | undefined {
  const placed = (by: Measure) => {
    const hosts = solve(by);
    return hosts && { hosts, cost: costOfHosts(part, costOf, hosts) };
  };
  if (isAllKnown) return placed("monthly");
  const fewest = placed("gateways");
  if (!fewest || fewest.cost.isKnown) return placed("monthly") ?? fewest;
  // Exact answers have the fewest gateways already; a heuristic one may be bettered by the other run.
  const cheapest = placed("monthly");
  return cheapest && isFewer(part, cheapest, fewest) ? cheapest : fewest;
}

function isFewer(part: Part, a: Placed, b: Placed): boolean {
  const difference = weigh(a.cost, "gateways") - weigh(b.cost, "gateways");
  if (difference !== 0) return difference < 0;
  const client = part.clients.findIndex((_, place) => a.hosts[place] !== b.hosts[place]);
  return (a.hosts[client] ?? 0) < (b.hosts[client] ?? 0);
}

function costOfHosts(part: Part, costOf: BlockCost, hosts: readonly number[]): Cost {
  return membersByHost(part, hosts)
    .map((members, at) => costOf(at, members) ?? NOTHING)
    .reduce(addCosts, NOTHING);
}

function membersByHost(part: Part, hosts: readonly number[]): number[][] {
  const members = part.hosts.map((): number[] => []);
  for (const [client, at] of hosts.entries()) members[at]?.push(client);
  return members;
}
