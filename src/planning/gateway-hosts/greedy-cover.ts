import { growthOf } from "./growth.ts";
import { apply, changeOf, emptyState, type HostState } from "./host-state.ts";
import { makeRoom } from "./make-room.ts";
import type { BlockWeight } from "./measure.ts";
import type { Part } from "./split-parts.ts";

/**
 * Greedy cover, as for weighted set cover: again and again the host, and the set of clients that it takes in, with the
 * least weight for a client. Clients in the earlier of `rounds` are covered first. `undefined`: it got stuck, which
 * does not mean that there is no way.
 */
export function coverGreedily(
  part: Part,
  weightOf: BlockWeight,
  rounds: readonly ReadonlySet<number>[],
): HostState | undefined {
  const state = emptyState(part, weightOf);
  if (!placeFixed(state)) return undefined;
  for (const wanted of rounds) {
    coverRound(state, wanted);
    for (const client of wanted)
      if (state.hostOf[client] === -1 && !makeRoom(state, client)) return undefined;
  }
  return state;
}

function placeFixed(state: HostState): boolean {
  const { clients, hosts } = state.part;
  return hosts.every(({ guests }, at) => {
    const fixed = guests.filter((client) => clients[client]?.options.length === 1);
    if (fixed.length === 0) return true;
    const change = changeOf(state, at, fixed);
    apply(state, [change]);
    return change.weight < Infinity;
  });
}

function coverRound(state: HostState, wanted: ReadonlySet<number>): void {
  const { hosts, clients } = state.part;
  const growths = hosts.map((_, at) => growthOf(state, at, wanted));
  for (;;) {
    let best: (typeof growths)[number];
    for (const growth of growths) if (growth && (!best || growth.ratio < best.ratio)) best = growth;
    if (!best) return;
    const covered = best.change.members.filter((client) => state.hostOf[client] === -1);
    apply(state, [best.change]);

    // Only hosts that counted on what is covered now have to think again.
    const stale = new Set(covered.flatMap((client) => clients[client]?.options.map(({ at }) => at) ?? []));
    for (const client of covered) {
      const own = clients[client]?.own;
      if (own !== undefined) stale.add(own);
    }
    stale.add(best.change.at);
    for (const at of stale) growths[at] = growthOf(state, at, wanted);
  }
}
