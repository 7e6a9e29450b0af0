import { isValid } from "../../model/address-range.ts";
import { displayName } from "../../model/display-name.ts";
import type { Rule } from "../../model/rule.ts";
import { allVirtualNetworks, subnetsOf } from "../../model/virtual-network.ts";
import { firstOverlaps } from "../first-overlaps.ts";

export const overlappingAddressPrefixes: Rule = {
  id: "subnet/overlapping-address-prefixes",
  severity: "error",
  summary: "The subnets of one virtual network must not overlap.",
  source: "https://learn.microsoft.com/azure/virtual-network/virtual-network-manage-subnet",

  *check(estate) {
    for (const network of allVirtualNetworks(estate)) {
      const ranges = subnetsOf(network, estate).flatMap((subnet) =>
        subnet.addressPrefixes.filter(isValid).map((range) => ({
          prefix: range.prefix,
          value: { range, name: subnet.name, label: displayName(subnet.resource) },
        })),
      );
      for (const [outer, inner] of firstOverlaps(ranges)) {
        yield {
          message: `${inner.label} uses ${inner.range.text}, which overlaps ${outer.range.text} of ${outer.label}.`,
          origin: inner.range.origin,
          related: [{ message: `${outer.label} uses ${outer.range.text}`, origin: outer.range.origin }],
          hint: `Give ${inner.name} a range outside ${outer.range.text}.`,
        };
      }
    }
  },
};
