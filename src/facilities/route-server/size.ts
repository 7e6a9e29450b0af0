import { namedSubnets } from "../../azure/named-subnets.ts";
import { branchToBranch, routeServerResources } from "../../azure/route-server.ts";
import { routeServerVpnGateway } from "../../azure/vpn-gateway-bgp.ts";
import type { Refusal } from "../../model/connection-kind.ts";
import type { Demand, Placement } from "../../model/demand.ts";
import type { SizedFacility } from "../../model/facility-type.ts";
import type { Intent } from "../../model/intent.ts";
import { routeServerMeters } from "./meters.ts";

const SUBNET = "RouteServerSubnet";

/** There is one size of it. An existing network must say where it may stand. */
export function sizeRouteServer(
  at: Placement,
  demands: readonly Demand[],
  intent: Intent,
): SizedFacility | Refusal {
  const virtualNetwork = networkAt(at);
  const network = intent.virtualNetworks.find(({ name }) => name === virtualNetwork);
  if (network?.existing !== undefined && !network.subnets.some(({ name }) => name === SUBNET)) {
    return {
      because: `${virtualNetwork} exists already, and the file gives no ${SUBNET} in it for the Route Server that joins its gateways.`,
      source: namedSubnets.source,
      waysOut: [`Give ${virtualNetwork} a ${SUBNET} in the file.`],
      origin: network.origin,
    };
  }
  const name = `${virtualNetwork}-route-server`;
  const { asn } = routeServerVpnGateway.value;
  return {
    facility: "route-server",
    title: "Route Server",
    at,
    name,
    sku: routeServerResources.value.sku,
    demands: [...demands].sort((a, b) => (a.usedBy < b.usedBy ? -1 : 1)),
    addresses: [
      {
        type: "subnet",
        virtualNetwork,
        name: SUBNET,
        length: namedSubnets.value[SUBNET]?.recommendedLength ?? 26,
      },
    ],
    meters: routeServerMeters({ name, region: network?.region, publicAddresses: 1 }),
    because: [
      { text: branchToBranch.value, source: branchToBranch.source },
      {
        text: `The VPN gateway of ${virtualNetwork} has the ASN ${asn} and is active-active, as a Route Server beside it asks.`,
        source: routeServerVpnGateway.source,
      },
    ],
  };
}

export function networkAt(at: Placement): string {
  if (!("virtualNetwork" in at)) throw new Error("a Route Server stands in a virtual network");
  return at.virtualNetwork;
}
