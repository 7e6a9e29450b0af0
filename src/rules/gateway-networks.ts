import type { ValidRange } from "../model/address-range.ts";
import { isValid } from "../model/address-range.ts";
import type { EstateIndex } from "../model/estate-index.ts";
import { isGatewaySubnet } from "../model/named-subnet.ts";
import { peeredNetworks } from "../model/peered-networks.ts";
import { subnetsOf, type VirtualNetwork, virtualNetworkOf } from "../model/virtual-network.ts";

export interface RangeOfNetwork {
  readonly network: VirtualNetwork;
  readonly range: ValidRange;
}

/**
 * The ranges that may meet the addresses of a site or of users: those of networks with a GatewaySubnet, and of all
 * that peerings join to one. A network without a way out may overlap whatever it likes.
 */
export function rangesBehindGateways(estate: EstateIndex): readonly RangeOfNetwork[] {
  return peeredNetworks(estate)
    .islands.map((island) => island.flatMap((id) => estate.find(id) ?? []).map(virtualNetworkOf))
    .filter((networks) => networks.some((network) => hasGatewaySubnet(network, estate)))
    .flat()
    .flatMap((network) => network.addressSpace.filter(isValid).map((range) => ({ network, range })));
}

function hasGatewaySubnet(network: VirtualNetwork, estate: EstateIndex): boolean {
  return subnetsOf(network, estate).some(isGatewaySubnet);
}
