import type { EstateIndex } from "./estate-index.ts";
import { type Subnet, type VirtualNetwork, virtualNetworkOf } from "./virtual-network.ts";

/** `undefined` where the estate does not hold it. */
export function parentNetwork(subnet: Subnet, estate: EstateIndex): VirtualNetwork | undefined {
  const parent = estate.parentOf(subnet.resource);
  return parent && virtualNetworkOf(parent);
}
