import { smallestDedicatedSubnets } from "../../azure/dedicated-subnets.ts";
import { reservedAddressesPerSubnet, subnetLengths } from "../../azure/virtual-network-limits.ts";
import { isValid } from "../../model/address-range.ts";
import { displayName } from "../../model/display-name.ts";
import { isGatewaySubnet, isNamed } from "../../model/named-subnet.ts";
import type { Rule } from "../../model/rule.ts";
import { SUBNET, type Subnet, subnetOf } from "../../model/virtual-network.ts";

export const tooSmallAddressPrefix: Rule = {
  id: "subnet/too-small-address-prefix",
  severity: "error",
  summary: "A subnet is large enough for the addresses that Azure keeps.",
  source: subnetLengths.source,

  *check(estate) {
    const { smallest } = subnetLengths.value;
    for (const subnet of estate.all(SUBNET).map(subnetOf)) {
      if (hasARuleOfItsOwn(subnet)) continue;

      for (const { text, prefix, origin } of subnet.addressPrefixes.filter(isValid)) {
        if (prefix.family === 6 || prefix.length <= smallest) continue;
        yield {
          message: `${displayName(subnet.resource)} uses ${text}; Azure keeps ${reservedAddressesPerSubnet.value} addresses of a subnet and takes none smaller than /${smallest}.`,
          origin,
          hint: `Give ${subnet.name} a /${smallest} or larger.`,
        };
      }
    }
  },
};

function hasARuleOfItsOwn(subnet: Subnet): boolean {
  return (
    isGatewaySubnet(subnet) ||
    Object.keys(smallestDedicatedSubnets.value).some((name) => isNamed(subnet, name))
  );
}
