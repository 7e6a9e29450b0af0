import { nextHopTypes } from "../../azure/route-tables.ts";
import { didYouMean } from "../../diagnostics/did-you-mean.ts";
import { originOf } from "../../model/resource.ts";
import { goesTo } from "../../model/route.ts";
import { allRouteTables } from "../../model/route-table.ts";
import type { Rule } from "../../model/rule.ts";

export const invalidNextHopType: Rule = {
  id: "route-table/invalid-next-hop-type",
  severity: "error",
  summary: "A route goes to one of the kinds of next hop that Azure has.",
  source: nextHopTypes.source,

  *check(estate) {
    for (const route of allRouteTables(estate).flatMap((table) => table.routes)) {
      const { nextHopType } = route;
      if (nextHopType === undefined || nextHopTypes.value.some((type) => goesTo(route, type))) continue;

      const guess = didYouMean(nextHopType, nextHopTypes.value);
      const spelt = nextHopTypes.value.find((type) => lettersOf(type) === lettersOf(nextHopType));
      const origin = originOf(route.resource, "properties", "nextHopType");
      yield {
        message: `Route ${route.name} has ${nextHopType} as the type of its next hop, which Azure does not have.`,
        origin,
        hint: guess ? `Write ${guess}.` : `Use one of: ${nextHopTypes.value.join(", ")}.`,
        ...(spelt ? { fix: [{ type: "set", origin, was: nextHopType, value: spelt }] } : {}),
      };
    }
  },
};

function lettersOf(text: string): string {
  return text.toLowerCase().replace(/[^a-z]/g, "");
}
