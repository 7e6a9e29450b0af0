import { routesPerRouteTable } from "../../azure/virtual-network-limits.ts";
import { originOf } from "../../model/resource.ts";
import { allRouteTables } from "../../model/route-table.ts";
import type { Rule } from "../../model/rule.ts";

export const exceedsRouteLimit: Rule = {
  id: "route-table/exceeds-route-limit",
  severity: "error",
  summary: "A route table has no more routes than Azure takes.",
  source: routesPerRouteTable.source,

  *check(estate) {
    const limit = routesPerRouteTable.value;
    for (const table of allRouteTables(estate)) {
      const first = table.routes[limit];
      if (!first) continue;
      yield {
        message: `${table.name} has ${table.routes.length} routes; Azure takes ${limit}, and ${first.name} is the first above.`,
        origin: originOf(first.resource, "name"),
        hint: "Summarise the destinations, or use service tags.",
      };
    }
  },
};
