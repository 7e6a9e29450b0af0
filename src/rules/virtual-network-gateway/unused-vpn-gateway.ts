import type { EstateIndex } from "../../model/estate-index.ts";
import { allGatewayConnections, connectionsOf } from "../../model/gateway-connection.ts";
import { isAbsent } from "../../model/is-absent.ts";
import { originOf } from "../../model/resource.ts";
import { keyOf } from "../../model/resource-id.ts";
import type { Rule } from "../../model/rule.ts";
import { allVpnGateways, type VirtualNetworkGateway } from "../../model/virtual-network-gateway.ts";
import { isSubscriptionComplete } from "../complete-subscription.ts";

export const unusedVpnGateway: Rule = {
  id: "virtual-network-gateway/unused-vpn-gateway",
  severity: "warning",
  summary: "A VPN gateway has a connection or point-to-site users.",
  source: "https://learn.microsoft.com/azure/vpn-gateway/vpn-gateway-about-vpngateways",

  *check(estate) {
    const unused = allVpnGateways(estate).filter((gateway) => isUnused(gateway, estate));
    if (unused.length === 0 || mayUseMore(estate)) return;

    for (const { resource, name } of unused) {
      yield {
        message: `${name} has no connection and no point-to-site users, and is paid for all the same.`,
        origin: originOf(resource, "name"),
        hint: `Remove ${name}, or connect what it was made for.`,
      };
    }
  },
};

function isUnused({ resource }: VirtualNetworkGateway, estate: EstateIndex): boolean {
  return (
    isAbsent(resource, "vpnClientConfiguration") &&
    isSubscriptionComplete(resource, estate) &&
    connectionsOf(resource, estate).length === 0 &&
    !allGatewayConnections(estate).some(
      ({ virtualNetworkGateway2 }) => virtualNetworkGateway2 === keyOf(resource.id),
    )
  );
}

/** A connection that does not tell its gateway may begin at any. */
function mayUseMore(estate: EstateIndex): boolean {
  return allGatewayConnections(estate).some(
    ({ virtualNetworkGateway1 }) => virtualNetworkGateway1 === undefined,
  );
}
