import {
  apply,
  type Change,
  changeOf,
  differenceOf,
  type HostState,
  hostsOthers,
  isClosed,
  without,
} from "./host-state.ts";
import { including } from "./including.ts";
import { pullGuests } from "./pull-guests.ts";

/** Each pass makes the whole lighter or is the last; more than these never paid. */
const MOST_PASSES = 12;

/** Local improvement: moves one client, closes one host, or lets one take guests over, while that makes the whole lighter. */
export function improve(state: HostState): void {
  for (let pass = 0; pass < MOST_PASSES; pass++) {
    const moved = moveClients(state);
    const closed = closeHosts(state);
    const pulled = pullGuests(state);
    if (!moved && !closed && !pulled) return;
  }
}

function moveClients(state: HostState): boolean {
  let isLighter = false;
  for (const [client, { options }] of state.part.clients.entries()) {
    const from = state.hostOf[client] ?? -1;
    if (options.length < 2 || hostsOthers(state, client, from)) continue;
    const leave = changeOf(state, from, without(state.members[from] ?? [], client));
    let best: readonly Change[] | undefined;
    for (const { at } of options) {
      if (at === from || !canJoin(state, client, at)) continue;
      const changes = [leave, changeOf(state, at, including(state.members[at] ?? [], [client]))];
      if (differenceOf(state, changes) < (best ? differenceOf(state, best) : 0)) best = changes;
    }
    if (!best) continue;
    apply(state, best);
    isLighter = true;
  }
  return isLighter;
}

function canJoin({ part, ...state }: HostState, client: number, at: number): boolean {
  return part.hosts[at]?.self === client || !isClosed({ part, ...state }, at);
}

function closeHosts(state: HostState): boolean {
  const { hosts, clients } = state.part;
  let isLighter = false;
  for (const at of hosts.keys()) {
    const members = state.members[at] ?? [];
    if (members.length === 0 || members.some((client) => clients[client]?.options.length === 1)) continue;
    const changes = closing(state, at, members);
    if (!changes || differenceOf(state, changes) >= 0) continue;
    apply(state, changes);
    isLighter = true;
  }
  return isLighter;
}

/** Every client goes where it adds least; the host itself uses another network's gateway from then on. */
function closing(state: HostState, at: number, members: readonly number[]): readonly Change[] | undefined {
  const changes = new Map<number, Change>();
  for (const client of members) {
    let best: Change | undefined;
    let least = Infinity;
    for (const option of state.part.clients[client]?.options ?? []) {
      if (option.at === at || !canJoin(state, client, option.at)) continue;
      const now = changes.get(option.at);
      const before = now?.members ?? state.members[option.at] ?? [];
      const change = changeOf(state, option.at, including(before, [client]));
      const more = change.weight - (now?.weight ?? state.weights[option.at] ?? 0);
      if (more < least) [best, least] = [change, more];
    }
    if (!best) return undefined;
    changes.set(best.at, best);
  }
  return [{ at, members: [], weight: 0 }, ...changes.values()];
}
