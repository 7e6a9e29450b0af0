import { formatPrefix } from "../../ip/index.ts";
import { isValid, type ValidRange } from "../../model/address-range.ts";
import type { Rule } from "../../model/rule.ts";
import { allVirtualNetworks } from "../../model/virtual-network.ts";
import { firstOverlaps } from "../first-overlaps.ts";

export const overlappingAddressPrefixes: Rule = {
  id: "virtual-network/overlapping-address-prefixes",
  severity: "error",
  summary: "The ranges of one virtual network must not overlap.",
  source: "https://learn.microsoft.com/azure/virtual-network/manage-virtual-network",

  *check(estate) {
    for (const network of allVirtualNetworks(estate)) {
      const ranges = network.addressSpace
        .filter(isValid)
        .map((range) => ({ prefix: range.prefix, value: range }));
      for (const [outer, inner] of firstOverlaps(ranges)) {
        yield {
          message: `${network.name} has ${inner.text}, which lies in its own range ${outer.text}.`,
          origin: inner.origin,
          related: [{ message: `${network.name} has ${outer.text}`, origin: outer.origin }],
          hint: `Remove ${inner.text}.`,
          ...(isSame(outer, inner)
            ? { fix: [{ type: "remove", origin: inner.origin, was: inner.text }] }
            : {}),
        };
      }
    }
  },
};

/** Said twice, and not a part of something else. */
function isSame(a: ValidRange, b: ValidRange): boolean {
  return formatPrefix(a.prefix) === formatPrefix(b.prefix);
}
