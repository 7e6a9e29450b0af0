import type { EstateIndex } from "../../model/estate-index.ts";
import type { ResourceId } from "../../model/resource.ts";
import { parseResourceId } from "../../model/resource-id.ts";
import { allRouteServers, routeServersIn } from "../../model/route-server.ts";
import { unknownAt } from "../../model/unknown-at.ts";
import { SUBNET } from "../../model/virtual-network.ts";
import { allVirtualNetworkGateways, gatewaysIn } from "../../model/virtual-network-gateway.ts";

const SUBNETS_OF_GATEWAYS = ["gatewaysubnet", "routeserversubnet"];

/** Whether a network has what `useRemoteGateways` of a peer can use: a gateway or a Route Server. */
export function gatewayPresence(
  networkKey: ResourceId,
  estate: EstateIndex,
): "present" | "absent" | "unknown" {
  if (gatewaysIn(networkKey, estate).length > 0 || routeServersIn(networkKey, estate).length > 0)
    return "present";
  if (hasNoPlaceForOne(networkKey, estate) || nothingIsMissing(networkKey, estate)) return "absent";
  return "unknown";
}

function hasNoPlaceForOne(networkKey: ResourceId, estate: EstateIndex): boolean {
  const network = estate.find(networkKey);
  if (!network || network.existing || unknownAt(network, "subnets")) return false;

  return !estate
    .childrenOf(network, SUBNET)
    .some((subnet) => SUBNETS_OF_GATEWAYS.includes(subnet.name.toLowerCase()));
}

/** A gateway may stand in any resource group of the network's subscription. */
function nothingIsMissing(networkKey: ResourceId, estate: EstateIndex): boolean {
  const parts = parseResourceId(networkKey);
  if (!parts || !estate.find(networkKey) || !estate.isComplete(`/subscriptions/${parts.subscription}`))
    return false;

  return [...allVirtualNetworkGateways(estate), ...allRouteServers(estate)].every(
    ({ networkKey }) => networkKey !== undefined,
  );
}
