import { userDefinedRoutes } from "../../azure/route-tables.ts";
import { allRouteTables } from "../../model/route-table.ts";
import type { Rule } from "../../model/rule.ts";

export const invalidNextHopAddress: Rule = {
  id: "route-table/invalid-next-hop-address",
  severity: "error",
  summary: "The next hop of a route is an address.",
  source: userDefinedRoutes.source,

  *check(estate) {
    for (const route of allRouteTables(estate).flatMap((table) => table.routes)) {
      for (const { text, address, origin } of route.nextHopAddresses) {
        if (address) continue;
        yield {
          message: `Route ${route.name} has ${text} as its next hop, which is not an address.`,
          origin,
          hint: "Write the private address of the appliance, such as 10.0.1.4.",
        };
      }
    }
  },
};
