import type { CircuitPlace, Demand } from "../../model/demand.ts";
import type { CircuitIntent, Intent } from "../../model/intent.ts";
import { keyOf } from "../../model/resource-id.ts";

/** What all demands on one gateway come to. */
export interface Requirement {
  readonly mbps: number;
  readonly circuits: number;
  /** The most circuits of one peering location, and which it is. */
  readonly atOneLocation: { readonly location: string; readonly circuits: number } | undefined;
  /** What the circuits carry together; `undefined` where one of them does not say. */
  readonly circuitMbps: number | undefined;
  readonly routes: number;
  readonly survivesZone: boolean;
  /** IPsec of a VPN gateway passes it. */
  readonly privateTunnels: boolean;
  /** SKUs that persons named, each once. */
  readonly named: readonly string[];
}

interface Link {
  readonly circuit: CircuitIntent | undefined;
  routes: number;
}

/** Two connections over one circuit are one link; a route that two circuits bring is learned twice. */
export function requirementOf(demands: readonly Demand[], intent: Intent): Requirement {
  const links = linksOf(demands, intent);
  const others = demands.filter(({ asks }) => asks.circuits === undefined);
  const bandwidths = [...links.values()].map(({ circuit }) => circuit?.bandwidthMbps);
  const named = demands.flatMap(({ asks }) => asks.sku ?? []).sort();
  return {
    mbps: sumOf(demands.map(({ asks }) => asks.bandwidthMbps ?? 0)),
    circuits: links.size + sumOf(others.map(({ asks }) => asks.links ?? 0)),
    atOneLocation: mostAtOneLocation([...links.values()]),
    circuitMbps: bandwidths.every((mbps) => mbps !== undefined) ? sumOf(bandwidths) : undefined,
    routes:
      sumOf([...links.values()].map(({ routes }) => routes)) +
      sumOf(others.map(({ asks }) => asks.routes ?? 0)),
    privateTunnels: demands.some(({ asks }) => asks.privateTunnels === true),
    survivesZone: demands.some(({ asks }) => asks.survives?.includes("zone")),
    named: named.filter((sku, index) => sku.toLowerCase() !== named[index - 1]?.toLowerCase()),
  };
}

function linksOf(demands: readonly Demand[], intent: Intent): ReadonlyMap<string, Link> {
  const links = new Map<string, Link>();
  for (const { asks } of demands) {
    for (const place of asks.circuits ?? []) {
      const circuit = circuitAt(place, intent);
      const key =
        circuit?.existing === undefined ? `${place.site} ${place.circuit}` : keyOf(circuit.existing);
      const link = links.get(key) ?? { circuit, routes: 0 };
      link.routes = Math.max(link.routes, asks.routes ?? 0);
      links.set(key, link);
    }
  }
  return links;
}

function circuitAt({ site, circuit }: CircuitPlace, intent: Intent): CircuitIntent | undefined {
  return intent.sites.find(({ name }) => name === site)?.circuits[circuit];
}

/** Of equally many the first by name, so that the order of the demands changes nothing. */
function mostAtOneLocation(links: readonly Link[]): Requirement["atOneLocation"] {
  const counts = new Map<string, { location: string; circuits: number }>();
  for (const { circuit } of links) {
    if (circuit?.peeringLocation === undefined) continue;
    const key = circuit.peeringLocation.toLowerCase();
    const count = counts.get(key) ?? { location: circuit.peeringLocation, circuits: 0 };
    count.circuits++;
    counts.set(key, count);
  }
  const [most] = [...counts.values()].sort(
    (a, b) => b.circuits - a.circuits || (a.location < b.location ? -1 : 1),
  );
  return most;
}

function sumOf(figures: readonly number[]): number {
  return figures.reduce((sum, figure) => sum + figure, 0);
}
