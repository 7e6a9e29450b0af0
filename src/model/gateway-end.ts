import type { EstateIndex } from "./estate-index.ts";
import type { Resource, ResourceId } from "./resource.ts";
import { normaliseRegion } from "./virtual-network.ts";
import { findVirtualNetworkGateway } from "./virtual-network-gateway.ts";

/** Where a connection begins: the network of its gateway, or the gateway where its network is not known. */
export function networkOrGateway(gateway: ResourceId, estate: EstateIndex): ResourceId {
  return findVirtualNetworkGateway(gateway, estate)?.networkKey ?? gateway;
}

/** By whose rates it is billed. */
export function regionOf(resource: Resource | undefined): string | undefined {
  return typeof resource?.location === "string" ? normaliseRegion(resource.location) : undefined;
}
