import type { PlannedNetworks, Wish } from "../../model/connection-kind.ts";
import type { Part, Resource } from "../../model/resource.ts";
import { originWithin } from "../../source/origin.ts";
import { PEERING } from "./peering.ts";
import { settingsOf } from "./settings.ts";

/** Both halves: Azure joins nothing until either network says so. */
export function buildPeering(wish: Wish, networks: PlannedNetworks): readonly Resource[] {
  const [a, b] = wish.ends;
  const first = networks.resourceOf(a.name);
  const second = networks.resourceOf(b.name);
  return [buildHalf(wish, first, second, b.name), buildHalf(wish, second, first, a.name)];
}

function buildHalf(wish: Wish, local: Resource, remote: Resource, remoteName: string): Resource {
  const { allowVirtualNetworkAccess, allowForwardedTraffic, gatewayTransit } = settingsOf(wish);
  // By the name that the person gave: two existing networks may bear one name in different resource groups.
  const name = `to-${remoteName}`;
  return {
    id: `${local.id}/virtualNetworkPeerings/${name}`,
    type: PEERING,
    name,
    properties: {
      remoteVirtualNetwork: { id: remote.id },
      allowVirtualNetworkAccess,
      allowForwardedTraffic,
      allowGatewayTransit: gatewayTransit !== undefined && gatewayTransit !== remoteName,
      useRemoteGateways: gatewayTransit === remoteName,
    },
    origin: wish.origin,
    parts: partsOf(wish),
  };
}

function partsOf(wish: Wish): readonly Part[] {
  if (!wish.settings) return [];

  const settings = wish.settings.origin;
  const flag = (property: string, setting: string): Part => ({
    at: ["properties", property],
    origin: originWithin(settings, setting),
  });
  return [
    flag("allowVirtualNetworkAccess", "allowVirtualNetworkAccess"),
    flag("allowForwardedTraffic", "allowForwardedTraffic"),
    flag("allowGatewayTransit", "gatewayTransit"),
    flag("useRemoteGateways", "gatewayTransit"),
  ];
}
