import type { Demand } from "../../model/demand.ts";
import type { CircuitIntent, Intent } from "../../model/intent.ts";

/** What all demands on one circuit come to, and what the file says of it. */
export interface Requirement {
  readonly site: string;
  readonly circuit: CircuitIntent;
  readonly mbps: number;
  /** Networks whose gateways are linked with it, in the order of the file. */
  readonly virtualNetworks: readonly string[];
  readonly links: number;
  /** Of the gateways that are linked with it; those that are not known are left out. */
  readonly regions: readonly string[];
  /** Networks whose region nobody gave. */
  readonly withoutRegion: readonly string[];
  readonly routes: number;
  /** Gigabytes a month; `undefined` where nobody said. */
  readonly egress: number | undefined;
  /** SKUs that persons named, each once. */
  readonly named: readonly string[];
}

export function requirementOf(
  site: string,
  circuit: CircuitIntent,
  demands: readonly Demand[],
  intent: Intent,
): Requirement {
  const linked = new Set(demands.flatMap(({ asks }) => asks.virtualNetworks ?? []));
  const networks = intent.virtualNetworks.filter(({ name }) => linked.has(name));
  const others = demands.filter(({ asks }) => asks.virtualNetworks === undefined);
  const regions = [
    ...networks.flatMap(({ region }) => region ?? []),
    ...demands.flatMap(({ asks }) => asks.regions ?? []),
  ];
  const egress = demands.flatMap(({ asks }) => asks.egressGigabytes ?? []);
  const named = demands.flatMap(({ asks }) => asks.sku ?? []).sort();
  return {
    site,
    circuit,
    mbps: sumOf(demands.map(({ asks }) => asks.bandwidthMbps ?? 0)),
    virtualNetworks: networks.map(({ name }) => name),
    links: networks.length + sumOf(others.map(({ asks }) => asks.links ?? 0)),
    regions: [...new Set(regions)].sort(),
    withoutRegion: networks.filter(({ region }) => region === undefined).map(({ name }) => name),
    // All demands on a circuit are of one site, which announces the same to all of them.
    routes: Math.max(0, ...demands.map(({ asks }) => asks.routes ?? 0)),
    egress: egress.length === 0 ? undefined : sumOf(egress),
    named: named.filter((sku, index) => sku.toLowerCase() !== named[index - 1]?.toLowerCase()),
  };
}

function sumOf(figures: readonly number[]): number {
  return figures.reduce((sum, figure) => sum + figure, 0);
}
