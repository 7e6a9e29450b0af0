import { contains } from "../../ip/index.ts";
import { isValid, type ValidRange } from "../../model/address-range.ts";
import { displayName } from "../../model/display-name.ts";
import type { Rule } from "../../model/rule.ts";
import { saysAllRanges } from "../../model/says-all-ranges.ts";
import { allVirtualNetworks, subnetsOf, type VirtualNetwork } from "../../model/virtual-network.ts";
import { firstOverlaps } from "../first-overlaps.ts";

export const overlappingAddressPrefixes: Rule = {
  id: "subnet/overlapping-address-prefixes",
  severity: "error",
  summary: "The subnets of one virtual network must not overlap.",
  source: "https://learn.microsoft.com/azure/virtual-network/virtual-network-manage-subnet",

  *check(estate) {
    for (const network of allVirtualNetworks(estate)) {
      const ranges = subnetsOf(network, estate).flatMap((subnet) =>
        subnet.addressPrefixes
          .filter(isValid)
          .filter((range) => isInside(range, network))
          .map((range) => ({ prefix: range.prefix, value: { range, subnet } })),
      );
      for (const [outer, inner] of firstOverlaps(ranges)) {
        const name = displayName(outer.subnet.resource);
        yield {
          message: `${displayName(inner.subnet.resource)} uses ${inner.range.text}, which overlaps ${outer.range.text} of ${name}.`,
          origin: inner.range.origin,
          related: [{ message: `${name} uses ${outer.range.text}`, origin: outer.range.origin }],
          hint: `Give ${inner.subnet.name} a range outside ${outer.range.text}.`,
        };
      }
    }
  },
};

/** One that reaches beyond the network is a mistake of its own, and not that of the subnets that it covers. */
function isInside({ prefix }: ValidRange, network: VirtualNetwork): boolean {
  if (!saysAllRanges(network)) return true;

  return network.addressSpace.some((range) => range.prefix && contains(range.prefix, prefix));
}
