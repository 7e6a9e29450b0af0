import { contains, parsePrefix } from "../../ip/index.ts";
import type { Site } from "../../model/estate.ts";
import type { Rule } from "../../model/rule.ts";
import { originWithin } from "../../source/origin.ts";
import { rangesBehindGateway } from "../networks-behind-gateway.ts";
import { tunnelsOfSites } from "../tunnels-of-sites.ts";

export const overlappingAdvertisedPrefix: Rule = {
  id: "connection/overlapping-advertised-prefix",
  severity: "warning",
  summary: "A site does not advertise the ranges of the virtual networks themselves.",
  source: "https://learn.microsoft.com/azure/vpn-gateway/vpn-gateway-vpn-faq",

  *check(estate) {
    for (const { site, tunnel, gateway, connection } of tunnelsOfSites(estate)) {
      const ranges = rangesBehindGateway(gateway, estate);
      for (const [index, text] of (tunnel.advertises ?? []).entries()) {
        const prefix = parsePrefix(text);
        const around = prefix && ranges.find(({ range }) => contains(range.prefix, prefix));
        if (!around || belongsTo(site, text)) continue;

        yield {
          message: `${site.name} advertises ${text} over ${connection.name}, which is inside ${around.range.text} of ${around.network.name}: ${gateway.name} ignores it.`,
          origin: originWithin(tunnel.origin, "advertises", index),
          related: [
            { message: `${around.network.name} uses ${around.range.text}`, origin: around.range.origin },
          ],
          hint: "Advertise a range that contains the network's, or none.",
        };
      }
    }
  },
};

/** The mistake is then reported at the range of the site. */
function belongsTo({ addressPrefixes }: Site, text: string): boolean {
  const prefix = parsePrefix(text);
  return addressPrefixes.some((range) => {
    const own = parsePrefix(range);
    return own && prefix && (contains(own, prefix) || contains(prefix, own));
  });
}
