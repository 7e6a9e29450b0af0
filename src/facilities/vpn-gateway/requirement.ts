import type { Asks, Demand, UserDemand } from "../../model/demand.ts";
import { namedProtocols } from "./protocols.ts";

/** What all demands come to together. */
export interface Requirement {
  /** As connections ask for them: an active-active gateway makes each of them once an instance. */
  readonly tunnels: number;
  readonly bandwidthMbps: number;
  readonly perTunnelMbps: number;
  readonly natRules: number;
  /** The most that one BGP peer tells. */
  readonly routes: number;
  readonly bgp: boolean;
  readonly privateTunnels: boolean;
  readonly survives: ReadonlySet<string>;
  /** Each once, in the order of text. */
  readonly customRoutes: readonly string[];
  /** Each group once, by name. */
  readonly users: readonly UserDemand[];
  readonly connectedUsers: number;
  /** Of them those who connect over SSTP and nothing else. */
  readonly sstpUsers: number;
}

export function requirementOf(demands: readonly Demand[]): Requirement {
  const sum = (figure: (asks: Asks) => number | undefined) =>
    demands.reduce((total, { asks }) => total + (figure(asks) ?? 0), 0);
  const most = (figure: (asks: Asks) => number | undefined) =>
    demands.reduce((largest, { asks }) => Math.max(largest, figure(asks) ?? 0), 0);
  const users = groupsOf(demands);
  return {
    tunnels: sharedSum(demands, ({ tunnels }) => tunnels),
    bandwidthMbps: sum(({ bandwidthMbps }) => bandwidthMbps),
    perTunnelMbps: most(({ perTunnelMbps }) => perTunnelMbps),
    natRules: sharedSum(demands, ({ natRules }) => natRules),
    routes: most(({ routes }) => routes),
    bgp: demands.some(({ asks }) => asks.bgp === true),
    privateTunnels: demands.some(({ asks }) => asks.privateTunnels === true),
    survives: new Set(demands.flatMap(({ asks }) => asks.survives ?? [])),
    customRoutes: [...new Set(demands.flatMap(({ asks }) => asks.customRoutes ?? []))].sort(),
    users,
    connectedUsers: countOf(users),
    sstpUsers: countOf(users.filter((group) => namedProtocols(group)?.every((name) => name === "SSTP"))),
  };
}

/** Connections to one far end share their tunnels and NAT rules; those that name none have their own. */
function sharedSum(demands: readonly Demand[], figure: (asks: Asks) => number | undefined): number {
  const shared = new Map<string, number>();
  let own = 0;
  for (const { asks } of demands) {
    const count = figure(asks) ?? 0;
    if (asks.farEnd === undefined) own += count;
    else shared.set(asks.farEnd, Math.max(count, shared.get(asks.farEnd) ?? 0));
  }
  return [...shared.values()].reduce((total, count) => total + count, own);
}

function countOf(users: readonly UserDemand[]): number {
  return users.reduce((total, { maxConcurrent }) => total + maxConcurrent, 0);
}

/** A group that several connections bring connects once, with what the largest of them says. */
function groupsOf(demands: readonly Demand[]): readonly UserDemand[] {
  const groups = new Map<string, UserDemand>();
  for (const { asks } of inOrder(demands)) {
    const known = asks.users && groups.get(asks.users.group);
    if (asks.users && (!known || known.maxConcurrent < asks.users.maxConcurrent)) {
      groups.set(asks.users.group, asks.users);
    }
  }
  return [...groups.values()].sort((a, b) => (a.group < b.group ? -1 : 1));
}

/** One order, whichever way they come. */
export function inOrder(demands: readonly Demand[]): readonly Demand[] {
  return [...demands].sort((a, b) => (textOf(a) < textOf(b) ? -1 : 1));
}

/** Sorted again for every connection that a price is asked without, and a thousand of them is no rarity. */
const texts = new WeakMap<Demand, string>();

function textOf(demand: Demand): string {
  const text = texts.get(demand) ?? `${demand.usedBy}\n${JSON.stringify(demand.asks)}`;
  texts.set(demand, text);
  return text;
}
