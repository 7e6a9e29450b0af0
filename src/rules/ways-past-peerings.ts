import { overlaps, type Prefix } from "../ip/index.ts";
import { isValid } from "../model/address-range.ts";
import type { EstateIndex } from "../model/estate-index.ts";
import { allGatewayConnections } from "../model/gateway-connection.ts";
import { hasNetworkManager } from "../model/network-manager.ts";
import { peeredNetworks } from "../model/peered-networks.ts";
import type { ResourceId } from "../model/resource.ts";
import { keyOf } from "../model/resource-id.ts";
import { goesTo, goesToAppliance } from "../model/route.ts";
import { allRouteServers } from "../model/route-server.ts";
import { routeTableOf } from "../model/route-table.ts";
import { type Subnet, subnetsOf, type VirtualNetwork } from "../model/virtual-network.ts";
import { gatewaysIn } from "../model/virtual-network-gateway.ts";
import { onPremisesPrefixes } from "./on-premises-prefixes.ts";

const HUB_CONNECTION = "Microsoft.Network/virtualHubs/hubVirtualNetworkConnections";

/** Whether something that estates do not spell out may join networks: then no absence of a way is certain. */
export function mayBeJoinedElsewhere(estate: EstateIndex): boolean {
  return (
    hasNetworkManager(estate) || allRouteServers(estate).length > 0 || estate.all(HUB_CONNECTION).length > 0
  );
}

/** Whether packets of the subnet for this range may go to an appliance or a gateway. */
export function maySend(subnet: Subnet, range: Prefix, estate: EstateIndex): boolean {
  const answer = routeTableOf(subnet, estate);
  if (answer.kind === "none") return false;
  if (answer.kind === "unknown" || !answer.table.routesAreKnown) return true;

  return answer.table.routes
    .filter((route) => goesToAppliance(route) || goesTo(route, "VirtualNetworkGateway"))
    .some(({ addressPrefix }) => !addressPrefix?.prefix || overlaps(addressPrefix.prefix, range));
}

/** The same for those subnets of a network that the range has a part in; also where it is not known to have subnets. */
export function mayAnswer(network: VirtualNetwork, own: Prefix, range: Prefix, estate: EstateIndex): boolean {
  const subnets = subnetsOf(network, estate).filter(({ addressPrefixes }) =>
    addressPrefixes.filter(isValid).some(({ prefix }) => overlaps(prefix, own)),
  );
  return subnets.some((subnet) => maySend(subnet, range, estate));
}

/** Whether the gateways of a network, or those it uses of its peers, may lead there: by what is on-premises, or by BGP. */
export function gatewayLeadsTo(estate: EstateIndex): (network: VirtualNetwork, range: Prefix) => boolean {
  const prefixesOf = onPremisesPrefixes(estate);
  const dynamic = gatewaysWithBgp(estate);
  return (network, range) => {
    const { id } = network.resource;
    const gateways = [keyOf(id), ...peeredNetworks(estate).remoteGatewaysOf(id)].flatMap((host) =>
      gatewaysIn(host, estate),
    );
    return (
      gateways.some(
        ({ gatewayType, resource }) => gatewayType !== "Vpn" || dynamic.has(keyOf(resource.id)),
      ) || prefixesOf(network).some(({ prefix }) => overlaps(prefix, range))
    );
  };
}

/** Those with a connection that learns routes, or may. */
function gatewaysWithBgp(estate: EstateIndex): ReadonlySet<ResourceId> {
  return new Set(
    allGatewayConnections(estate).flatMap(
      ({ enableBgp, connectionType, virtualNetworkGateway1, virtualNetworkGateway2 }) =>
        enableBgp === false && connectionType === "IPsec"
          ? []
          : [virtualNetworkGateway1 ?? [], virtualNetworkGateway2 ?? []].flat(),
    ),
  );
}
