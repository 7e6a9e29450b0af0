import { peeringOverview, peeringRequirements } from "../../azure/peering.ts";
import { cloudOf } from "../../azure/regions.ts";
import { formatPrefix } from "../../ip/index.ts";
import type { Refusal, Wish } from "../../model/connection-kind.ts";
import type { VirtualNetworkIntent } from "../../model/intent.ts";
import { findNetworkOverlap } from "../../model/network-overlap.ts";

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
  const overlap = findNetworkOverlap(a, b);
  if (!overlap) return undefined;

  const { shared, movable, other } = overlap;
  return {
    because: `${movable.name} (${movable.range.text}) and ${other.name} (${other.range.text}) share ${formatPrefix(shared)}; Azure peers no networks that overlap.`,
    source: peeringRequirements.source,
    waysOut: [
      `Give ${movable.name} another range.`,
      "Peer only subnets whose ranges are unique (subnet peering).",
      "Join them by Site-to-Site VPN with NAT rules.",
    ],
    origin: movable.range.origin,
  };
}

function refuseClouds(a: VirtualNetworkIntent, b: VirtualNetworkIntent): Refusal | undefined {
  if (a.region === undefined || b.region === undefined || cloudOf(a.region) === cloudOf(b.region))
    return undefined;

  return {
    because: `${a.name} (${a.region}) and ${b.name} (${b.region}) are in different Azure clouds, which no peering joins.`,
    source: peeringRequirements.source,
    waysOut: ["Join them by Site-to-Site VPN."],
  };
}
