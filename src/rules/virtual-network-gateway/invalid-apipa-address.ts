import { apipaRange, bgpApipaRanges } from "../../azure/vpn-gateway-bgp.ts";
import { containsAddress, parseAddress, parsePrefix } from "../../ip/index.ts";
import { propertyOf, textsOf, valueAt } from "../../model/properties.ts";
import { originOf } from "../../model/resource.ts";
import type { Rule } from "../../model/rule.ts";
import { isList } from "../../model/unknown.ts";
import { allVpnGateways } from "../../model/virtual-network-gateway.ts";

export const invalidApipaAddress: Rule = {
  id: "virtual-network-gateway/invalid-apipa-address",
  severity: "error",
  summary: "A gateway's own BGP addresses come from the range that Azure keeps for them.",
  source: "https://learn.microsoft.com/azure/vpn-gateway/vpn-gateway-vpn-faq",

  *check(estate) {
    for (const { resource, name } of allVpnGateways(estate)) {
      const list = propertyOf(resource, "bgpSettings", "bgpPeeringAddresses");
      if (!isList(list)) continue;

      for (const [index, entry] of list.entries()) {
        const property = "customBgpIpAddresses";
        for (const [position, text] of textsOf(valueAt(entry, [property])).entries()) {
          if (!isIn(text, [apipaRange.value]) || isIn(text, bgpApipaRanges.value)) continue;
          yield {
            message: `${name} has the BGP address ${text}, which is in none of ${bgpApipaRanges.value.join(" and ")}.`,
            origin: originOf(
              resource,
              "properties",
              "bgpSettings",
              "bgpPeeringAddresses",
              index,
              property,
              position,
            ),
            hint: `Choose an address in ${bgpApipaRanges.value[0]}.`,
          };
        }
      }
    }
  },
};

function isIn(text: string, ranges: readonly string[]): boolean {
  const address = parseAddress(text);
  return ranges.some((range) => {
    const prefix = parsePrefix(range);
    return address !== undefined && prefix !== undefined && containsAddress(prefix, address);
  });
}
