import { nextHopTypes, userDefinedRoutes } from "../../azure/route-tables.ts";
import { goesTo, goesToAppliance } from "../../model/route.ts";
import { allRouteTables } from "../../model/route-table.ts";
import type { Rule } from "../../model/rule.ts";

export const unsupportedNextHopAddress: Rule = {
  id: "route-table/unsupported-next-hop-address",
  severity: "error",
  summary: "Only a route to an appliance has the address of a next hop.",
  source: userDefinedRoutes.source,

  *check(estate) {
    for (const route of allRouteTables(estate).flatMap((table) => table.routes)) {
      if (goesToAppliance(route) || !nextHopTypes.value.some((type) => goesTo(route, type))) continue;

      const [first] = route.nextHopAddresses;
      if (!first) continue;
      yield {
        message: `Route ${route.name} goes to ${route.nextHopType} and has ${first.text} as its next hop; only a VirtualAppliance has an address.`,
        origin: first.origin,
        hint: "Remove nextHopIpAddress, or set nextHopType to VirtualAppliance.",
      };
    }
  },
};
