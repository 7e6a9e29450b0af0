import { routeServerVpnGateway } from "../../azure/vpn-gateway-bgp.ts";
import { booleanOf, propertyOf } from "../../model/properties.ts";
import { originOf } from "../../model/resource.ts";
import { routeServersIn } from "../../model/route-server.ts";
import type { Rule } from "../../model/rule.ts";
import { allVpnGateways } from "../../model/virtual-network-gateway.ts";

export const unsupportedRouteServerAsn: Rule = {
  id: "virtual-network-gateway/unsupported-route-server-asn",
  severity: "error",
  summary: "A VPN gateway beside a Route Server has Azure's own ASN.",
  source: "https://learn.microsoft.com/azure/route-server/expressroute-vpn-support",
  after: ["virtual-network-gateway/unsupported-asn"],

  *check(estate) {
    for (const { resource, name, asn, networkKey } of allVpnGateways(estate)) {
      if (networkKey === undefined || asn === undefined || asn === routeServerVpnGateway.value.asn) continue;

      const server = routeServersIn(networkKey, estate).find((candidate) =>
        booleanOf(propertyOf(candidate.resource, "allowBranchToBranchTraffic")),
      );
      if (!server) continue;
      yield {
        message: `${name} has the ASN ${asn}, and the Route Server ${server.name} exchanges routes with a VPN gateway of ASN ${routeServerVpnGateway.value.asn} only.`,
        origin: originOf(resource, "properties", "bgpSettings", "asn"),
        related: [
          { message: `${server.name} stands in the same network`, origin: originOf(server.resource, "name") },
        ],
        hint: `Set the ASN to ${routeServerVpnGateway.value.asn}.`,
      };
    }
  },
};
