import { largeAddressSpaceLength } from "../../azure/address-space.ts";
import { addressCount, contains, type Prefix } from "../../ip/index.ts";
import { isValid } from "../../model/address-range.ts";
import type { Rule } from "../../model/rule.ts";
import { unknownAt } from "../../model/unknown-at.ts";
import { allVirtualNetworks, subnetsOf } from "../../model/virtual-network.ts";

export const tooLargeAddressSpace: Rule = {
  id: "virtual-network/too-large-address-space",
  severity: "info",
  summary: "A virtual network takes no more addresses than it has use for.",
  source: largeAddressSpaceLength.source,
  after: ["virtual-network/unsupported-address-prefix", "virtual-network/overlapping-public-addresses"],

  *check(estate) {
    for (const network of allVirtualNetworks(estate)) {
      if (network.resource.existing || unknownAt(network.resource, "subnets")) continue;

      for (const range of network.addressSpace.filter(isValid)) {
        if (range.prefix.family === 6 || range.prefix.length > largeAddressSpaceLength.value) continue;

        const subnets = subnetsOf(network, estate).flatMap((subnet) => subnet.addressPrefixes);
        const used = usedIn(
          range.prefix,
          subnets.filter(isValid).map((subnet) => subnet.prefix),
        );
        if (used === 0 || used > addressCount(range.prefix) / 2) continue;
        yield {
          message: `${network.name} takes ${range.text}, and its subnets use ${used} of the ${addressCount(range.prefix)} addresses.`,
          origin: range.origin,
          hint: `Give ${network.name} a range of half the size or less; more can be added to a network later.`,
        };
      }
    }
  },
};

function usedIn(range: Prefix, subnets: readonly Prefix[]): number {
  let used = 0;
  for (const subnet of subnets) if (contains(range, subnet)) used += addressCount(subnet);
  return used;
}
