import { ipv6SubnetLength } from "../../azure/virtual-network-limits.ts";
import { isValid } from "../../model/address-range.ts";
import { displayName } from "../../model/display-name.ts";
import type { Rule } from "../../model/rule.ts";
import { SUBNET, subnetOf } from "../../model/virtual-network.ts";

export const unsupportedIpv6PrefixLength: Rule = {
  id: "subnet/unsupported-ipv6-prefix-length",
  severity: "error",
  summary: "The IPv6 range of a subnet is a /64.",
  source: ipv6SubnetLength.source,

  *check(estate) {
    const length = ipv6SubnetLength.value;
    for (const subnet of estate.all(SUBNET).map(subnetOf)) {
      for (const { text, prefix, origin } of subnet.addressPrefixes.filter(isValid)) {
        if (prefix.family === 4 || prefix.length === length) continue;
        yield {
          message: `${displayName(subnet.resource)} uses ${text}; an IPv6 range of a subnet is exactly a /${length}.`,
          origin,
          hint: `Give ${subnet.name} a /${length}.`,
        };
      }
    }
  },
};
