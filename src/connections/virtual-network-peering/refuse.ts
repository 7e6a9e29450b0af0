import { peeringOverview, peeringRequirements } from "../../azure/peering.ts";
import { sovereignRegions } from "../../azure/regions.ts";
import { formatPrefix, intersect } from "../../ip/index.ts";
import type { Refusal, Wish } from "../../model/connection-kind.ts";
import type { VirtualNetworkIntent } from "../../model/intent.ts";

/** A SKU, which peering has none of; overlapping ranges; ends in different clouds. */
export function refusePeering(wish: Wish): Refusal | undefined {
  const [a, b] = wish.ends;
  if (a.type !== "virtualNetwork" || b.type !== "virtualNetwork") return undefined;

  return refuseSku(wish) ?? refuseOverlap(a.network, b.network) ?? refuseClouds(a.network, b.network);
}

function refuseSku({ sku }: Wish): Refusal | undefined {
  if (sku === undefined) return undefined;
  return {
    because: `The SKU ${sku} is asked for, and VNet peering has no SKU.`,
    source: peeringOverview.source,
    waysOut: ["Remove sku, or name the kind that it belongs to."],
  };
}

function refuseOverlap(a: VirtualNetworkIntent, b: VirtualNetworkIntent): Refusal | undefined {
  for (const one of a.addressSpace) {
    for (const other of b.addressSpace) {
      const shared = intersect(one.prefix, other.prefix);
      if (!shared) continue;
      return {
        because: `${a.name} (${one.text}) and ${b.name} (${other.text}) share ${formatPrefix(shared)}; Azure peers no networks that overlap.`,
        source: peeringRequirements.source,
        waysOut: [
          `Give ${a.existing ? b.name : a.name} another range.`,
          "Peer only subnets whose ranges are unique (subnet peering).",
          "Join them by Site-to-Site VPN with NAT rules.",
        ],
        origin: other.origin,
      };
    }
  }
  return undefined;
}

function refuseClouds(a: VirtualNetworkIntent, b: VirtualNetworkIntent): Refusal | undefined {
  const [one, other] = [cloudOf(a), cloudOf(b)];
  if (one === undefined || other === undefined || one === other) return undefined;

  return {
    because: `${a.name} (${a.region}) and ${b.name} (${b.region}) are in different Azure clouds, which no peering joins.`,
    source: peeringRequirements.source,
    waysOut: ["Join them by Site-to-Site VPN."],
  };
}

function cloudOf(network: VirtualNetworkIntent): string | undefined {
  return network.region === undefined ? undefined : (sovereignRegions.value[network.region] ?? "public");
}
