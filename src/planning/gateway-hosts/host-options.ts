import { compareNames } from "./compare-names.ts";
import type { Price } from "./host-problem.ts";
import type { IndexedDemand, ProblemIndex } from "./problem-index.ts";

/** A network with demands, and the hosts that it could use. */
export interface NetworkOptions {
  readonly name: string;
  readonly demands: readonly IndexedDemand[];
  /** By name. None: its demands cannot be met. */
  readonly options: readonly HostOption[];
}

export interface HostOption {
  readonly host: string;
  /** The price of the peering that it takes, where nobody asked for that. */
  readonly added?: Price;
}

/**
 * All that the rules leave open, before any price is asked: an option that stays in is used by some choice that breaks
 * no rule of Azure. By name of network.
 */
export function hostOptions(index: ProblemIndex, demands: readonly IndexedDemand[]): NetworkOptions[] {
  const byNetwork = new Map<string, IndexedDemand[]>();
  for (const demand of demands) {
    const others = byNetwork.get(demand.network);
    if (others) others.push(demand);
    else byNetwork.set(demand.network, [demand]);
  }
  const open = [...byNetwork]
    .sort(([a], [b]) => compareNames(a, b))
    .map(([name, own]) => ({ name, demands: own, options: optionsOf(name, own, index, byNetwork) }));

  // Who is somebody's only host has its own gateway, and with that no other choice.
  const onlyHosts = new Set(
    open.flatMap(({ name, options: [first, second] }) =>
      first && !second && first.host !== name ? [first.host] : [],
    ),
  );
  return open.map((network) =>
    onlyHosts.has(network.name) ? { ...network, options: [{ host: network.name }] } : network,
  );
}

type DemandsByNetwork = ReadonlyMap<string, readonly IndexedDemand[]>;

function optionsOf(
  name: string,
  demands: readonly IndexedDemand[],
  index: ProblemIndex,
  byNetwork: DemandsByNetwork,
): HostOption[] {
  const network = index.networks.get(name);
  if (!network) return [];
  const accepts = (host: string) =>
    canHost(host, index, byNetwork) &&
    (host === name || network.mustOwn !== true) &&
    [network.fixedHost, ...demands.map(({ via }) => via)].every(
      (only) => only === undefined || only === host,
    );

  const own: readonly HostOption[] = [{ host: name }];
  const peers = [...(index.peers.get(name) ?? [])].map(([host, peer]): HostOption => ({ host, ...peer }));
  return [...own, ...peers.filter(({ host }) => host !== name)]
    .filter(({ host }) => accepts(host))
    .sort((a, b) => compareNames(a.host, b.host));
}

/** A host has its own gateway, and so must not be bound to use another network's. */
function canHost(name: string, index: ProblemIndex, byNetwork: DemandsByNetwork): boolean {
  const network = index.networks.get(name);
  if (!network || network.mayHost === false) return false;
  const bound = [network.fixedHost, ...(byNetwork.get(name) ?? []).map(({ via }) => via)];
  return bound.every((only) => only === undefined || only === name);
}
