import { peeringsPerManagedVirtualNetwork, peeringsPerVirtualNetwork } from "../../azure/peering.ts";
import type { EstateIndex } from "../../model/estate-index.ts";
import { hasNetworkManager } from "../../model/network-manager.ts";
import type { ResourceId } from "../../model/resource.ts";
import { keyOf } from "../../model/resource-id.ts";
import { gatewaysIn } from "../../model/virtual-network-gateway.ts";
import { ownerIdOf } from "./owner.ts";
import { allPeerings, type Peering, peeringsOf } from "./peering.ts";

/** The peerings of every network, whatever they lead to: Azure counts them all. */
export function peeringsByOwner(estate: EstateIndex): ReadonlyMap<ResourceId, readonly Peering[]> {
  const owners = new Set(allPeerings(estate).map((peering) => keyOf(ownerIdOf(peering))));
  return new Map([...owners].map((owner) => [owner, peeringsOf(owner, estate)]));
}

/** How many peerings a network may have: more where a network manager may have made them. */
export function peeringLimitOf(networkKey: ResourceId, estate: EstateIndex): number {
  const hasExpressRoute = gatewaysIn(networkKey, estate).some(
    ({ gatewayType }) => gatewayType === "ExpressRoute",
  );
  return hasNetworkManager(estate) && !hasExpressRoute
    ? peeringsPerManagedVirtualNetwork.value
    : peeringsPerVirtualNetwork.value;
}
