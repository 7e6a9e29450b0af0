import type { EstateIndex } from "../../model/estate-index.ts";
import { allGatewayConnections, type GatewayConnection } from "../../model/gateway-connection.ts";
import { findLocalNetworkGateway } from "../../model/local-network-gateway.ts";
import { originOf } from "../../model/resource.ts";
import type { Rule } from "../../model/rule.ts";
import { findVirtualNetworkGateway } from "../../model/virtual-network-gateway.ts";
import { connectionPairs } from "../connection-pairs.ts";

export const duplicateAsn: Rule = {
  id: "connection/duplicate-asn",
  severity: "error",
  summary: "The two ends of a connection with BGP have different ASNs.",
  source: "https://learn.microsoft.com/azure/vpn-gateway/vpn-gateway-vpn-faq",

  *check(estate) {
    const backs = new Set([...connectionPairs(estate)].map(([, back]) => back));
    for (const connection of allGatewayConnections(estate)) {
      if (!connection.enableBgp || backs.has(connection)) continue;

      const here = findVirtualNetworkGateway(connection.virtualNetworkGateway1, estate);
      const there = farEnd(connection, estate);
      if (!here || !there || here.asn === undefined || here.asn !== there.asn) continue;
      yield {
        message: `${there.name} has the ASN ${there.asn}, which ${here.name} at the other end of ${connection.name} has too: no BGP session comes up.`,
        origin: originOf(there.resource, "properties", "bgpSettings", "asn"),
        related: [
          {
            message: `${here.name} has the ASN ${here.asn}`,
            origin: originOf(here.resource, "properties", "bgpSettings", "asn"),
          },
        ],
        hint: `Give ${there.name} or ${here.name} another ASN.`,
      };
    }
  },
};

function farEnd(
  { connectionType, localNetworkGateway2, virtualNetworkGateway2 }: GatewayConnection,
  estate: EstateIndex,
) {
  if (connectionType === "IPsec") return findLocalNetworkGateway(localNetworkGateway2, estate);
  if (connectionType === "Vnet2Vnet") return findVirtualNetworkGateway(virtualNetworkGateway2, estate);
  return undefined;
}
