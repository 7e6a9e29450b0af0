import { isValid } from "../../model/address-range.ts";
import type { EstateIndex } from "../../model/estate-index.ts";
import type { ExpressRouteGateway } from "../../model/express-route-gateway.ts";
import { isGatewaySubnet } from "../../model/named-subnet.ts";
import { subnetsOf, virtualNetworkOf } from "../../model/virtual-network.ts";

/** The IPv4 ranges of the subnet that the gateway stands in, with the name of the network. */
export function gatewaySubnetRanges({ networkKey }: ExpressRouteGateway, estate: EstateIndex) {
  const resource = networkKey === undefined ? undefined : estate.find(networkKey);
  if (!resource) return [];

  const network = virtualNetworkOf(resource);
  return subnetsOf(network, estate)
    .filter(isGatewaySubnet)
    .flatMap(({ addressPrefixes }) => addressPrefixes.filter(isValid))
    .filter(({ prefix }) => prefix.family === 4)
    .map((range) => ({ ...range, network: network.name }));
}
