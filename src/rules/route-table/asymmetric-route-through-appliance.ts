import { userDefinedRoutes } from "../../azure/route-tables.ts";
import { displayName } from "../../model/display-name.ts";
import type { Route } from "../../model/route.ts";
import type { Rule } from "../../model/rule.ts";
import { type MissingReturn, missingReturns } from "../missing-returns.ts";

export const asymmetricRouteThroughAppliance: Rule = {
  id: "route-table/asymmetric-route-through-appliance",
  severity: "warning",
  summary: "What one spoke sends to another through an appliance comes back through it.",
  source: userDefinedRoutes.source,

  *check(estate) {
    for (const [first, ...others] of byRoute(missingReturns(estate))) {
      const { route, range, appliance, source, target } = first;
      const [from, to] = [displayName(source.resource), displayName(target.resource)];
      const more = others.length > 0 ? ` (and ${others.length} more networks)` : "";
      yield {
        message: `Route ${route.name} sends ${range.text} from ${from} through ${appliance}, and ${to}${more} has no way back through it.`,
        origin: range.origin,
        related: [
          { message: `${to} has no route for ${first.sourceRange.text}`, origin: target.resource.origin },
        ],
        hint: `Give ${to} a route for ${first.sourceRange.text} to ${appliance}.`,
      };
    }
  },
};

/** One route that many networks do not answer is one finding. */
function byRoute(missing: Iterable<MissingReturn>): Iterable<readonly [MissingReturn, ...MissingReturn[]]> {
  const groups = new Map<Route, [MissingReturn, ...MissingReturn[]]>();
  for (const each of missing) {
    const group = groups.get(each.route);
    if (group) group.push(each);
    else groups.set(each.route, [each]);
  }
  return groups.values();
}
