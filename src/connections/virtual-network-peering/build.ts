import type { PlannedParts, Wish } from "../../model/connection-kind.ts";
import type { Part, Resource } from "../../model/resource.ts";
import { originWithin } from "../../source/origin.ts";
import { PEERING } from "./peering.ts";
import { settingsOf } from "./settings.ts";

/** Both halves: Azure joins nothing until either network says so. */
export function buildPeering(wish: Wish, plan: PlannedParts): readonly Resource[] {
  const [a, b] = wish.ends;
  const first = plan.resourceOf(a.name);
  const second = plan.resourceOf(b.name);
  const transit = transitOf(wish, plan);
  return [buildHalf(wish, first, second, b.name, transit), buildHalf(wish, second, first, a.name, transit)];
}

/** The end whose gateway the other uses: as a person says, or as the plan of gateways has it. */
function transitOf(wish: Wish, plan: PlannedParts): string | undefined {
  const [a, b] = wish.ends;
  const { gatewayTransit } = settingsOf(wish);
  if (gatewayTransit !== undefined) return gatewayTransit;
  if (plan.hostOf(a.name) === b.name) return b.name;
  return plan.hostOf(b.name) === a.name ? a.name : undefined;
}

function buildHalf(
  wish: Wish,
  local: Resource,
  remote: Resource,
  remoteName: string,
  gatewayTransit: string | undefined,
): Resource {
  const { allowVirtualNetworkAccess, allowForwardedTraffic } = settingsOf(wish);
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
