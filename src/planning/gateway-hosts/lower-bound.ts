import type { BlockCost } from "./block-cost.ts";
import { type Measure, weigh } from "./measure.ts";
import type { Part } from "./split-parts.ts";

/**
 * A weight that no choice is below, where more demands never weigh less (see `HostProblem`).
 *
 * A host weighs at least what it weighs with the clients that must be there, and on top of that, with any others T, at
 * least the most that a single one of T adds: `most over c in T of m(h, c)`. Give every client a share v(c) such that at
 * each host, for each t, the shares of clients with m(h, c) <= t sum to at most t. Then the shares of any T are at most
 * its greatest m: no way to serve the clients is below the sum of shares, which are a solution of the dual of covering.
 * They are raised one client after the other, those with fewest hosts first. It says nothing of a host's capacity, so it
 * is low where a hub must grow; it is never too high. A price that is not known counts as nothing.
 */
export function lowerBound(part: Part, costOf: BlockCost, by: Measure): number {
  const isFixed = (client: number) => part.clients[client]?.options.length === 1;
  const fixed = part.hosts.map(({ guests }) => guests.filter(isFixed));
  const bound = (at: number, clients: readonly number[]) => {
    const cost = costOf(at, clients);
    return cost?.isKnown === false && by === "monthly" ? 0 : weigh(cost, by);
  };
  const bases = fixed.map((clients, at) => bound(at, clients));
  const levels = part.hosts.map(({ self, guests }, at): Level[] => {
    const base = bases[at] ?? 0;
    return guests
      .filter((client) => !isFixed(client))
      .map((client) => {
        const together = new Set([...(fixed[at] ?? []), ...(self === undefined ? [] : [self]), client]);
        const weight = bound(
          at,
          [...together].sort((a, b) => a - b),
        );
        return { client, share: 0, most: Math.max(0, weight - base) };
      })
      .sort((a, b) => a.most - b.most);
  });

  const open = [...part.clients.keys()].filter((client) => !isFixed(client));
  const optionsOf = (client: number) => part.clients[client]?.options ?? [];
  open.sort((a, b) => optionsOf(a).length - optionsOf(b).length || a - b);
  let sum = bases.reduce((total, base) => total + base, 0);
  for (const client of open) {
    const share = Math.min(...optionsOf(client).map(({ at }) => roomFor(client, levels[at] ?? [])));
    if (share === Infinity) return Infinity;
    for (const { at } of optionsOf(client))
      for (const level of levels[at] ?? []) if (level.client === client) level.share = share;
    sum += share;
  }
  return sum;
}

interface Level {
  readonly client: number;
  readonly most: number;
  share: number;
}

/** How far its share can rise at this host; without end where the host is refused with it. */
function roomFor(client: number, levels: readonly Level[]): number {
  const own = levels.find((level) => level.client === client)?.most ?? Infinity;
  if (own === Infinity) return Infinity;
  let room = Infinity;
  let shares = 0;
  for (const [place, { most, share }] of levels.entries()) {
    shares += share;
    // The last of those that are equal has them all in its sum.
    if (most < own || levels[place + 1]?.most === most) continue;
    room = Math.min(room, most - shares);
  }
  return Math.max(0, room);
}
