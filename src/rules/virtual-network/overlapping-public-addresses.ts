import { privateRanges } from "../../azure/address-space.ts";
import { contains, parsePrefix } from "../../ip/index.ts";
import { isValid } from "../../model/address-range.ts";
import type { Rule } from "../../model/rule.ts";
import { allVirtualNetworks } from "../../model/virtual-network.ts";

const ours = privateRanges.value.map(parsePrefix).filter((prefix) => prefix !== undefined);

export const overlappingPublicAddresses: Rule = {
  id: "virtual-network/overlapping-public-addresses",
  severity: "warning",
  summary: "A virtual network uses private address ranges.",
  source: privateRanges.source,
  after: ["virtual-network/unsupported-address-prefix"],

  *check(estate) {
    for (const network of allVirtualNetworks(estate)) {
      for (const range of network.addressSpace.filter(isValid)) {
        if (ours.some((prefix) => contains(prefix, range.prefix))) continue;
        yield {
          message: `${network.name} uses ${range.text}, which is not private: its hosts on the internet are out of reach from here.`,
          origin: range.origin,
          hint: `Give ${network.name} a range in ${privateRanges.value.join(", ")}.`,
        };
      }
    }
  },
};
