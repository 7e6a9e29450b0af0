import { countsToTry } from "./counts-to-try.ts";
import { type Change, changeOf, type HostState, isClosed } from "./host-state.ts";
import { including } from "./including.ts";

/** What a host could take in next, and what that weighs for each client taken in. */
export interface Growth {
  readonly change: Change;
  readonly ratio: number;
}

/** So many clients are left out, one after the other, because the host is refused with them. */
const MOST_LEFT_OUT = 8;

export function growthOf(state: HostState, at: number, wanted: ReadonlySet<number>): Growth | undefined {
  const host = state.part.hosts[at];
  if (!host || isClosed(state, at)) return undefined;
  const isOpenClient = (client: number) => state.hostOf[client] === -1;
  const self = host.self !== undefined && isOpenClient(host.self) ? [host.self] : [];
  let takes = (state.orders[at] ?? []).filter(
    (client) => isOpenClient(client) && wanted.has(client) && client !== host.self,
  );
  const isSelfWanted = self.some((client) => wanted.has(client));
  if (takes.length === 0 && !isSelfWanted) return undefined;

  const before = state.members[at] ?? [];
  const weights = new Map<number, Change>();
  const withFirst = (count: number) => {
    const known = weights.get(count);
    if (known) return known;
    const change = changeOf(state, at, including(before, [...self, ...takes.slice(0, count)]));
    weights.set(count, change);
    return change;
  };
  for (let leftOut = 0; leftOut < MOST_LEFT_OUT; leftOut++) {
    const counts = countsToTry(takes.length, (count) => withFirst(count).weight < Infinity);
    const most = counts.at(-1) ?? 0;
    if (most === takes.length) break;
    const refusedWith = takes[most];
    takes = takes.filter((client) => client !== refusedWith);
    for (const count of weights.keys()) if (count > most) weights.delete(count);
  }

  let best: Growth | undefined;
  for (const [count, change] of weights) {
    const more = change.members.length - before.length;
    if (change.weight === Infinity || more === 0 || (count === 0 && !isSelfWanted)) continue;
    const ratio = (change.weight - (state.weights[at] ?? 0)) / more;
    if (!best || ratio < best.ratio || (ratio === best.ratio && more > growthBy(best, before)))
      best = { change, ratio };
  }
  return best;
}

function growthBy({ change }: Growth, before: readonly number[]): number {
  return change.members.length - before.length;
}
