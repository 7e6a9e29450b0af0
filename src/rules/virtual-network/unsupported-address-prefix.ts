import { reservedRanges } from "../../azure/virtual-network-limits.ts";
import { formatPrefix, overlaps, parsePrefix } from "../../ip/index.ts";
import { isValid } from "../../model/address-range.ts";
import type { Rule } from "../../model/rule.ts";
import { allVirtualNetworks } from "../../model/virtual-network.ts";

const reserved = reservedRanges.value.map(parsePrefix).filter((prefix) => prefix !== undefined);

export const unsupportedAddressPrefix: Rule = {
  id: "virtual-network/unsupported-address-prefix",
  severity: "error",
  summary: "A virtual network must not use the ranges that Azure keeps for itself.",
  source: reservedRanges.source,

  *check(estate) {
    for (const network of allVirtualNetworks(estate)) {
      for (const range of network.addressSpace.filter(isValid)) {
        const taken = reserved.find((prefix) => overlaps(prefix, range.prefix));
        if (!taken) continue;
        yield {
          message: `${network.name} uses ${range.text}, which overlaps ${formatPrefix(taken)}, a range that Azure reserves.`,
          origin: range.origin,
          hint: `Give ${network.name} a private range, such as one in 10.0.0.0/8.`,
        };
      }
    }
  },
};
