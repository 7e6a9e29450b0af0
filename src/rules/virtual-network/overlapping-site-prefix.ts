import { createPrefixTable, parsePrefix } from "../../ip/index.ts";
import type { Rule } from "../../model/rule.ts";
import { originWithin } from "../../source/origin.ts";
import { rangesBehindGateways } from "../gateway-networks.ts";
import { translatedRanges } from "../translated-ranges.ts";

export const overlappingSitePrefix: Rule = {
  id: "virtual-network/overlapping-site-prefix",
  severity: "error",
  summary: "A virtual network must not contain the addresses of a site.",
  source: "https://learn.microsoft.com/azure/vpn-gateway/tutorial-site-to-site-portal",

  *check(estate) {
    if (estate.estate.sites.length === 0) return;

    const isTranslated = translatedRanges(estate);
    const sitePrefixes = createPrefixTable(
      estate.estate.sites.flatMap((site) =>
        site.addressPrefixes.flatMap((text, index) => {
          const prefix = parsePrefix(text);
          const origin = originWithin(site.origin, "addressPrefixes", index);
          return prefix && !isTranslated(prefix) ? [[prefix, { site, text, origin }] as const] : [];
        }),
      ),
    );
    for (const { network, range } of rangesBehindGateways(estate)) {
      const [first] = sitePrefixes.inside(range.prefix);
      if (!first) continue;
      const { site, text, origin } = first.value;
      yield {
        message: `${network.name} uses ${range.text}, which takes in ${text} of ${site.name}: packets for ${site.name} never leave the network.`,
        origin: range.origin,
        related: [{ message: `${site.name} has ${text}`, origin }],
        hint: `Give ${network.name} a range that ${site.name} does not use, or translate addresses with NAT rules.`,
      };
    }
  },
};
