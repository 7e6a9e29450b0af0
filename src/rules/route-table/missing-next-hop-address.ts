import { userDefinedRoutes } from "../../azure/route-tables.ts";
import { originOf } from "../../model/resource.ts";
import { goesToAppliance } from "../../model/route.ts";
import { allRouteTables } from "../../model/route-table.ts";
import type { Rule } from "../../model/rule.ts";

export const missingNextHopAddress: Rule = {
  id: "route-table/missing-next-hop-address",
  severity: "error",
  summary: "A route to an appliance says where the appliance is.",
  source: userDefinedRoutes.source,

  *check(estate) {
    for (const route of allRouteTables(estate).flatMap((table) => table.routes)) {
      if (!goesToAppliance(route) || !route.nextHopAddressesAreKnown) continue;
      if (route.nextHopAddresses.length > 0) continue;
      yield {
        message: `Route ${route.name} goes to a ${route.nextHopType} and says no address.`,
        origin: originOf(route.resource, "properties", "nextHopType"),
        hint: "Write the private address of the appliance in nextHopIpAddress.",
      };
    }
  },
};
