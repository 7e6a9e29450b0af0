import type { Rule } from "../../../model/rule.ts";
import { setFlag } from "../../../model/set-flag.ts";
import { applianceRoutesThrough, routeTowards } from "../appliance-routes.ts";
import { isNotSet } from "../flag.ts";
import { halfBetween, peeredNetworks, peersOf } from "../halves.ts";
import { placeOf } from "../place.ts";
import { title } from "../title.ts";

export const missingForwardedTraffic: Rule = {
  id: "virtual-network-peering/missing-forwarded-traffic",
  severity: "warning",
  summary: "A virtual network that is reached through an appliance of its hub accepts forwarded traffic.",
  source:
    "https://learn.microsoft.com/azure/virtual-network/virtual-network-troubleshoot-peering-issues#configure-virtual-network-peering-with-service-chaining",

  *check(estate) {
    for (const hub of peeredNetworks(estate)) {
      const routes = applianceRoutesThrough(hub, estate);
      if (!routes) continue;

      for (const peer of peersOf(hub, estate)) {
        const half = halfBetween(peer, hub, estate);
        if (!half?.local || !isNotSet(half, "allowForwardedTraffic")) continue;

        const found = routeTowards(half.local, routes, estate);
        if (!found) continue;
        const { from, route, range, address } = found;
        yield {
          message: `${from.name} sends ${range.text} of ${half.localName} to ${address.text} in ${half.remoteName}, but ${title(half)} does not accept forwarded traffic.`,
          origin: placeOf(half, "allowForwardedTraffic"),
          related: [{ message: `${route.name} sends it to ${address.text}`, origin: address.origin }],
          hint: `Set allowForwardedTraffic of ${title(half)} to true.`,
          fix: [setFlag(half.resource, "allowForwardedTraffic", true)],
        };
      }
    }
  },
};
