import { gatewaySubnetLengths } from "../../azure/named-subnets.ts";
import { isValid } from "../../model/address-range.ts";
import { displayName } from "../../model/display-name.ts";
import { isGatewaySubnet } from "../../model/named-subnet.ts";
import type { Rule } from "../../model/rule.ts";
import { SUBNET, subnetOf } from "../../model/virtual-network.ts";

export const tooSmallGatewaySubnet: Rule = {
  id: "subnet/too-small-gateway-subnet",
  severity: "error",
  summary: "A GatewaySubnet is large enough for a gateway.",
  source: gatewaySubnetLengths.source,

  *check(estate) {
    const { smallest, recommended } = gatewaySubnetLengths.value;
    for (const subnet of estate.all(SUBNET).map(subnetOf).filter(isGatewaySubnet)) {
      for (const { text, prefix, origin } of subnet.addressPrefixes.filter(isValid)) {
        if (prefix.family === 6 || prefix.length <= smallest) continue;
        yield {
          message: `${displayName(subnet.resource)} uses ${text}; no gateway fits into less than a /${smallest}.`,
          origin,
          hint: `Give it a /${recommended} or larger.`,
        };
      }
    }
  },
};
