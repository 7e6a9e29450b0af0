import { countsToTry } from "./counts-to-try.ts";
import { apply, type Change, changeOf, differenceOf, type HostState, hostsOthers } from "./host-state.ts";
import { including } from "./including.ts";

/**
 * Local improvement by many at once: a host takes guests over from wherever they are, and comes back itself from another
 * host's gateway if it must. One client after the other would not do it: the first pays for the next larger size alone.
 */
export function pullGuests(state: HostState): boolean {
  let isLighter = false;
  for (const at of state.part.hosts.keys()) {
    const changes = pulling(state, at);
    if (!changes) continue;
    apply(state, changes);
    isLighter = true;
  }
  return isLighter;
}

function pulling(state: HostState, at: number): readonly Change[] | undefined {
  const { clients, hosts } = state.part;
  const self = hosts[at]?.self;
  const canMove = (client: number) => {
    const from = state.hostOf[client] ?? -1;
    const isFixed = (clients[client]?.options.length ?? 0) < 2;
    return from !== at && !isFixed && !hostsOthers(state, client, from);
  };
  const returning = self !== undefined && state.hostOf[self] !== at ? [self] : [];
  if (!returning.every(canMove)) return undefined;
  const movable = (state.orders[at] ?? []).filter((client) => client !== self && canMove(client));
  if (movable.length === 0) return undefined;

  const isPossible = (count: number) =>
    state.weightOf(at, including(state.members[at] ?? [], [...returning, ...movable.slice(0, count)])) <
    Infinity;
  let best: readonly Change[] | undefined;
  for (const count of countsToTry(movable.length, isPossible)) {
    if (count === 0) continue;
    const changes = taking(state, at, [...returning, ...movable.slice(0, count)]);
    if (differenceOf(state, changes) < (best ? differenceOf(state, best) : 0)) best = changes;
  }
  return best;
}

function taking(state: HostState, at: number, taken: readonly number[]): readonly Change[] {
  const gone = new Set(taken);
  const sources = new Set(taken.map((client) => state.hostOf[client] ?? -1));
  return [
    ...[...sources].map((source) => {
      const left = (state.members[source] ?? []).filter((member) => !gone.has(member));
      return changeOf(state, source, left);
    }),
    changeOf(state, at, including(state.members[at] ?? [], taken)),
  ];
}
