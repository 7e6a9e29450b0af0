import { vpnGatewayAbout } from "../../azure/gateways.ts";
import { cloudOf } from "../../azure/regions.ts";
import { formatPrefix } from "../../ip/index.ts";
import type { Refusal, Wish } from "../../model/connection-kind.ts";
import { findNetworkOverlap } from "../../model/network-overlap.ts";

/** Overlapping ranges, for there is no NAT between gateways of this kind; ends in different clouds. */
export function refuseVnetToVnet(wish: Wish): Refusal | undefined {
  const [a, b] = wish.ends;
  if (a.type !== "virtualNetwork" || b.type !== "virtualNetwork") return undefined;

  const overlap = findNetworkOverlap(a.network, b.network);
  if (overlap) {
    const { shared, movable, other } = overlap;
    return {
      because: `${movable.name} (${movable.range.text}) and ${other.name} (${other.range.text}) share ${formatPrefix(shared)}, and VNet-to-VNet has no NAT.`,
      source: vpnGatewayAbout.source,
      waysOut: [`Give ${movable.name} another range.`, "Join them by Site-to-Site VPN with NAT rules."],
      origin: movable.range.origin,
    };
  }
  const [one, two] = [a.network.region, b.network.region];
  if (one === undefined || two === undefined || cloudOf(one) === cloudOf(two)) return undefined;
  return {
    because: `${a.name} (${one}) and ${b.name} (${two}) are in different Azure clouds, which VNet-to-VNet does not join.`,
    source: vpnGatewayAbout.source,
    waysOut: ["Join them by Site-to-Site VPN."],
  };
}
