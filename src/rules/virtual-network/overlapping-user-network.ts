import { createPrefixTable, parsePrefix } from "../../ip/index.ts";
import type { Rule } from "../../model/rule.ts";
import { originWithin } from "../../source/origin.ts";
import { rangesBehindGateways } from "../gateway-networks.ts";

export const overlappingUserNetwork: Rule = {
  id: "virtual-network/overlapping-user-network",
  severity: "warning",
  summary: "A virtual network does not use the addresses of the networks that its users sit in.",
  source: "https://learn.microsoft.com/azure/vpn-gateway/vpn-gateway-about-point-to-site-routing",

  *check(estate) {
    if (estate.estate.p2sUsers.length === 0) return;

    const ranges = createPrefixTable(
      rangesBehindGateways(estate).map((each) => [each.range.prefix, each] as const),
    );
    for (const users of estate.estate.p2sUsers) {
      for (const [index, text] of users.localNetworks.entries()) {
        const prefix = parsePrefix(text);
        if (!prefix || prefix.length === 0) continue;

        const [first] = [...ranges.covering(prefix), ...ranges.inside(prefix)];
        if (!first) continue;
        const { network, range } = first.value;
        yield {
          message: `${users.name} sit in ${text}, which overlaps ${range.text} of ${network.name}: their devices look for it at home.`,
          origin: originWithin(users.origin, "localNetworks", index),
          related: [{ message: `${network.name} uses ${range.text}`, origin: range.origin }],
          hint: `Give ${network.name} a range that home and guest networks rarely use.`,
        };
      }
    }
  },
};
