import { contains, overlaps } from "../../ip/index.ts";
import { isValid } from "../../model/address-range.ts";
import { displayName } from "../../model/display-name.ts";
import type { Rule } from "../../model/rule.ts";
import { saysAllRanges } from "../../model/says-all-ranges.ts";
import { allVirtualNetworks, subnetsOf, type VirtualNetwork } from "../../model/virtual-network.ts";

export const invalidPrefixOutsideVirtualNetwork: Rule = {
  id: "subnet/invalid-prefix-outside-virtual-network",
  severity: "error",
  summary: "A subnet lies inside one range of its virtual network.",
  source: "https://learn.microsoft.com/azure/virtual-network/virtual-network-manage-subnet",

  *check(estate) {
    for (const network of allVirtualNetworks(estate)) {
      if (!saysAllRanges(network)) continue;

      const ranges = network.addressSpace.filter(isValid);
      for (const subnet of subnetsOf(network, estate)) {
        for (const { text, prefix, origin } of subnet.addressPrefixes.filter(isValid)) {
          if (ranges.some((range) => contains(range.prefix, prefix))) continue;
          const partly = ranges.some((range) => overlaps(range.prefix, prefix)) ? "only partly" : "not";
          yield {
            message: `${displayName(subnet.resource)} uses ${text}, which is ${partly} inside ${textsOf(network)} of its virtual network.`,
            origin,
            related: ranges.map((range) => ({
              message: `${network.name} has ${range.text}`,
              origin: range.origin,
            })),
            hint: `Give ${subnet.name} a range inside ${textsOf(network)}, or add ${text} to ${network.name}.`,
          };
        }
      }
    }
  },
};

function textsOf(network: VirtualNetwork): string {
  return network.addressSpace.map((range) => range.text).join(", ");
}
