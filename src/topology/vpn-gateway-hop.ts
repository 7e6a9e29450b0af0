import type { EstateIndex } from "../model/estate-index.ts";
import type { ResourceId } from "../model/resource.ts";
import type { NextHop } from "../model/topology.ts";
import { standingGatewaysIn } from "./gateway-instances.ts";
import { gatewayNetworkOf } from "./gateway-transit.ts";

/** Where a user-defined route to the gateway of a network leads: only a VPN gateway without one for circuits will do. */
export function vpnGatewayHop(
  networkKey: ResourceId,
  estate: EstateIndex,
): { readonly nextHop: NextHop; readonly because?: string } {
  const hub = gatewayNetworkOf(networkKey, estate)?.networkKey;
  const ofType = (type: "Vpn" | "ExpressRoute") =>
    hub === undefined ? [] : standingGatewaysIn(hub, type, estate);
  if (ofType("ExpressRoute").length > 0)
    return {
      nextHop: { to: "none" },
      because: "Azure takes no such route where an ExpressRoute gateway stands",
    };

  const nodes = ofType("Vpn").flatMap(({ instances }) => instances.map(({ node }) => node));
  if (nodes.length === 0)
    return { nextHop: { to: "none" }, because: "the network has no VPN gateway and uses no other's" };
  return { nextHop: { to: "nodes", nodes } };
}
