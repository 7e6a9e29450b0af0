import { apply, changeOf, type HostState, isClosed, without } from "./host-state.ts";
import { including } from "./including.ts";

/** For a client that no host takes in as things stand: calls a host back, or sends another guest elsewhere. */
export function makeRoom(state: HostState, client: number): boolean {
  return reopen(state, client) || swap(state, client);
}

/** All hosts that a client could use went to others themselves: calls the first back that can be had. */
function reopen(state: HostState, client: number): boolean {
  const { clients, hosts } = state.part;
  return (clients[client]?.options ?? []).some(({ at }) => {
    const self = hosts[at]?.self;
    if (self === undefined || !isClosed(state, at)) return false;
    const left = state.hostOf[self] ?? -1;
    const changes = [
      changeOf(state, left, without(state.members[left] ?? [], self)),
      changeOf(state, at, including([], [self, client])),
    ];
    if (changes.some(({ weight }) => weight === Infinity)) return false;
    apply(state, changes);
    return true;
  });
}

/** A host is full: one of its guests goes to another host that takes it. */
function swap(state: HostState, client: number): boolean {
  const { clients, hosts } = state.part;
  for (const { at } of clients[client]?.options ?? []) {
    if (!canTakeIn(state, at, client)) continue;
    const members = state.members[at] ?? [];
    for (const guest of members) {
      if (guest === hosts[at]?.self) continue;
      const instead = changeOf(state, at, including(without(members, guest), [client]));
      if (instead.weight === Infinity) continue;
      for (const { at: other } of clients[guest]?.options ?? []) {
        if (other === at || !canTakeIn(state, other, guest)) continue;
        const moved = changeOf(state, other, including(state.members[other] ?? [], [guest]));
        if (moved.weight === Infinity) continue;
        apply(state, [instead, moved]);
        return true;
      }
    }
  }
  return false;
}

/** Nobody is hosted where the host is not its own: nor where it has no place yet. */
function canTakeIn({ part, hostOf }: HostState, at: number, client: number): boolean {
  const self = part.hosts[at]?.self;
  return self === undefined || self === client || hostOf[self] === at;
}
