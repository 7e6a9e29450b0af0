import { createPrefixTable, parsePrefix } from "../../ip/index.ts";
import type { Rule } from "../../model/rule.ts";
import { originWithin } from "../../source/origin.ts";
import { rangesBehindGateways } from "../gateway-networks.ts";

export const overlappingSiteSummary: Rule = {
  id: "virtual-network/overlapping-site-summary",
  severity: "warning",
  summary: "A site does not claim the addresses of a virtual network.",
  source: "https://learn.microsoft.com/azure/virtual-network/virtual-networks-udr-overview",

  *check(estate) {
    if (estate.estate.sites.length === 0) return;

    const ranges = createPrefixTable(
      rangesBehindGateways(estate).map((each) => [each.range.prefix, each] as const),
    );
    for (const site of estate.estate.sites) {
      for (const [index, text] of site.addressPrefixes.entries()) {
        const prefix = parsePrefix(text);
        if (!prefix || prefix.length === 0) continue;

        const claimed = ranges.inside(prefix).filter((entry) => entry.prefix.length > prefix.length);
        const [first] = claimed;
        if (!first) continue;
        const { network, range } = first.value;
        const others = claimed.length > 1 ? ` and ${claimed.length - 1} more` : "";
        yield {
          message: `${site.name} has ${text}, which contains ${range.text} of ${network.name}${others}: what ${site.name} has there is out of reach.`,
          origin: originWithin(site.origin, "addressPrefixes", index),
          related: [{ message: `${network.name} uses ${range.text}`, origin: range.origin }],
          hint: `List only the ranges that ${site.name} uses.`,
        };
      }
    }
  },
};
