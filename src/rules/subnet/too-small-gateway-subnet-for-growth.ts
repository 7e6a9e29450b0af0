import { gatewaySubnetLengths } from "../../azure/named-subnets.ts";
import { isValid } from "../../model/address-range.ts";
import { displayName } from "../../model/display-name.ts";
import { isGatewaySubnet } from "../../model/named-subnet.ts";
import type { Rule } from "../../model/rule.ts";
import { SUBNET, subnetOf } from "../../model/virtual-network.ts";

export const tooSmallGatewaySubnetForGrowth: Rule = {
  id: "subnet/too-small-gateway-subnet-for-growth",
  severity: "warning",
  summary: "A GatewaySubnet has room for every gateway that may come.",
  source: gatewaySubnetLengths.source,
  after: ["subnet/too-small-gateway-subnet", "express-route-gateway/too-small-gateway-subnet"],

  *check(estate) {
    const { recommended } = gatewaySubnetLengths.value;
    for (const subnet of estate.all(SUBNET).map(subnetOf).filter(isGatewaySubnet)) {
      for (const { text, prefix, origin } of subnet.addressPrefixes.filter(isValid)) {
        if (prefix.family === 6 || prefix.length <= recommended) continue;
        yield {
          message: `${displayName(subnet.resource)} uses ${text}; only a Basic VPN gateway takes less than a /${recommended}.`,
          origin,
          hint: `Give it a /${recommended} or larger before a gateway stands in it.`,
        };
      }
    }
  },
};
