import { guestOrders } from "./guest-orders.ts";
import type { BlockWeight } from "./measure.ts";
import type { Part } from "./split-parts.ts";

/** Who is where while the heuristic works: the one thing here that changes. */
export interface HostState {
  readonly part: Part;
  readonly weightOf: BlockWeight;
  /** By client; -1: nowhere yet. */
  readonly hostOf: number[];
  /** By host: its guests, those that gain most from it first. */
  readonly orders: readonly (readonly number[])[];
  /** By host, ascending. */
  readonly members: (readonly number[])[];
  readonly weights: number[];
}

export function emptyState(part: Part, weightOf: BlockWeight): HostState {
  return {
    part,
    weightOf,
    hostOf: part.clients.map(() => -1),
    orders: guestOrders(part, weightOf),
    members: part.hosts.map(() => []),
    weights: part.hosts.map(() => 0),
  };
}

/** Host and clients as they would be. */
export interface Change {
  readonly at: number;
  readonly members: readonly number[];
  readonly weight: number;
}

export function changeOf({ weightOf }: HostState, at: number, members: readonly number[]): Change {
  return { at, members, weight: weightOf(at, members) };
}

/** Negative: the changes together make it lighter. */
export function differenceOf({ weights }: HostState, changes: readonly Change[]): number {
  return changes.reduce((sum, { at, weight }) => sum + weight - (weights[at] ?? 0), 0);
}

export function apply(state: HostState, changes: readonly Change[]): void {
  for (const { at, members, weight } of changes) {
    state.members[at] = members;
    state.weights[at] = weight;
    for (const client of members) state.hostOf[client] = at;
  }
}

/** It uses another network's gateway, and so has none that others could use. */
export function isClosed({ part, hostOf }: HostState, at: number): boolean {
  const self = part.hosts[at]?.self;
  const host = self === undefined ? at : (hostOf[self] ?? -1);
  return host !== at && host !== -1;
}

/** Others use its gateway, so that it cannot leave. */
export function hostsOthers({ part, members }: HostState, client: number, at: number): boolean {
  return part.hosts[at]?.self === client && (members[at]?.length ?? 0) > 1;
}

export function without(members: readonly number[], client: number): number[] {
  return members.filter((member) => member !== client);
}
