import { smallestDedicatedSubnets } from "../../azure/dedicated-subnets.ts";
import { isValid } from "../../model/address-range.ts";
import { displayName } from "../../model/display-name.ts";
import { isNamed } from "../../model/named-subnet.ts";
import type { Rule } from "../../model/rule.ts";
import { SUBNET, type Subnet, subnetOf } from "../../model/virtual-network.ts";

export const tooSmallNamedSubnet: Rule = {
  id: "subnet/too-small-named-subnet",
  severity: "error",
  summary: "A subnet that a service finds by its name is as large as the service needs.",
  source: smallestDedicatedSubnets.source,

  *check(estate) {
    for (const subnet of estate.all(SUBNET).map(subnetOf)) {
      const smallest = smallestOf(subnet);
      if (smallest === undefined) continue;

      for (const { text, prefix, origin } of subnet.addressPrefixes.filter(isValid)) {
        if (prefix.family === 6 || prefix.length <= smallest) continue;
        yield {
          message: `${displayName(subnet.resource)} uses ${text}; the service needs a /${smallest}.`,
          origin,
          hint: `Give it a /${smallest} or larger.`,
        };
      }
    }
  },
};

function smallestOf(subnet: Subnet): number | undefined {
  return Object.entries(smallestDedicatedSubnets.value).find(([name]) => isNamed(subnet, name))?.[1];
}
