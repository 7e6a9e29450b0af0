import { expressRouteGatewaySubnet } from "../../azure/expressroute-gateways.ts";
import { allExpressRouteGateways } from "../../model/express-route-gateway.ts";
import type { Rule } from "../../model/rule.ts";
import { gatewaysIn } from "../../model/virtual-network-gateway.ts";
import { gatewaySubnetRanges } from "./gateway-subnet-ranges.ts";

export const tooSmallGatewaySubnetForVpn: Rule = {
  id: "express-route-gateway/too-small-gateway-subnet-for-vpn",
  severity: "warning",
  summary: "A GatewaySubnet with an ExpressRoute and a VPN gateway is a /26 or larger.",
  source: "https://learn.microsoft.com/azure/networking/design-guide/hybrid-connectivity",
  after: ["subnet/too-small-gateway-subnet", "express-route-gateway/too-small-gateway-subnet"],

  *check(estate) {
    const { withVpnGateway } = expressRouteGatewaySubnet.value;
    for (const gateway of allExpressRouteGateways(estate)) {
      if (gateway.networkKey === undefined) continue;

      const vpn = gatewaysIn(gateway.networkKey, estate).find(({ gatewayType }) => gatewayType === "Vpn");
      if (!vpn || (vpn.resource.existing && gateway.resource.existing)) continue;
      for (const { text, prefix, origin, network } of gatewaySubnetRanges(gateway, estate)) {
        if (prefix.length <= withVpnGateway) continue;
        yield {
          message: `${network}/GatewaySubnet uses ${text}; ${gateway.name} and ${vpn.name} side by side have room to grow in a /${withVpnGateway}.`,
          origin,
          hint: `Give it a /${withVpnGateway} or larger before the gateways stand in it.`,
        };
      }
    }
  },
};
