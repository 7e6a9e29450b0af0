import { createPrefixTable, parsePrefix } from "../../ip/index.ts";
import type { VpnDeviceTunnel } from "../../model/estate.ts";
import type { Rule } from "../../model/rule.ts";
import { originWithin } from "../../source/origin.ts";
import { rangesBehindGateway } from "../networks-behind-gateway.ts";
import { tunnelsOfSites } from "../tunnels-of-sites.ts";

export const unreachableVirtualNetwork: Rule = {
  id: "connection/unreachable-virtual-network",
  severity: "error",
  summary: "A site without BGP has routes to all virtual networks behind the gateway.",
  source: "https://learn.microsoft.com/azure/vpn-gateway/vpn-gateway-peering-gateway-transit",

  *check(estate) {
    for (const { site, tunnel, gateway, connection } of tunnelsOfSites(estate)) {
      const { staticRoutes } = tunnel;
      if (connection.enableBgp !== false || !staticRoutes) continue;

      const routes = createPrefixTable(prefixesOf(staticRoutes));
      const missing = rangesBehindGateway(gateway, estate).filter(
        ({ range }) => routes.covering(range.prefix).length === 0 && routes.inside(range.prefix).length === 0,
      );
      for (const { network, range } of missing) {
        yield {
          message: `${site.name} has no route to ${range.text} of ${network.name} over ${connection.name}, and no BGP to learn one.`,
          origin: originWithin(tunnel.origin, "staticRoutes"),
          related: [{ message: `${network.name} uses ${range.text}`, origin: range.origin }],
          hint: `Add ${range.text} to the routes of the device, or use BGP.`,
        };
      }
    }
  },
};

function prefixesOf(texts: NonNullable<VpnDeviceTunnel["staticRoutes"]>) {
  return texts.flatMap((text) => {
    const prefix = parsePrefix(text);
    return prefix ? [[prefix, text] as const] : [];
  });
}
