import { formatBandwidth } from "../../model/bandwidth.ts";
import type { ElementKind, Side, WaySummary } from "../../survive.ts";
import { listNames } from "../list-names.ts";

const KINDS: Readonly<Record<ElementKind, readonly [string, string]>> = {
  gatewayInstance: ["gateway instance", "gateway instances"],
  gateway: ["gateway", "gateways"],
  routeServer: ["Route Server", "Route Servers"],
  tunnel: ["tunnel", "tunnels"],
  connection: ["connection", "connections"],
  circuitLink: ["circuit link", "circuit links"],
  circuit: ["circuit", "circuits"],
  peeringLocation: ["peering location", "peering locations"],
  peering: ["peering", "peerings"],
  device: ["device", "devices"],
  appliance: ["appliance", "appliances"],
  region: ["region", "regions"],
  site: ["site", "sites"],
};

export function kindWords(kind: ElementKind, count: number): string {
  return KINDS[kind][count === 1 ? 0 : 1];
}

export function sideName({ networks }: Side, nameOf: (id: string) => string): string {
  const [first = "", ...others] = networks;
  return others.length === 0 ? nameOf(first) : `${nameOf(first)} and ${others.length} like it`;
}

/** `over hub-to-amsterdam at 650 Mbps, encrypted by IPsec, over the internet`. */
export function wayWords({ over, bandwidthMbps, encryptedBy, crossesInternet }: WaySummary): string {
  const bases = [...new Set(over.map((name) => name.replace(/, .*$/, "")))];
  return [
    bases.length === 0 ? "inside its network" : `over ${listNames(bases)}`,
    bandwidthMbps === undefined ? "" : `at most ${formatBandwidth(bandwidthMbps)}`,
    encryptedBy.length === 0 ? "not encrypted all the way" : `encrypted by ${listNames(encryptedBy)}`,
    crossesInternet ? "over the internet" : "",
  ]
    .filter((text) => text !== "")
    .join(", ");
}
