import { userDefinedRoutes } from "../../azure/route-tables.ts";
import { formatPrefix } from "../../ip/index.ts";
import type { AddressRange } from "../../model/address-range.ts";
import { allRouteTables } from "../../model/route-table.ts";
import type { Rule } from "../../model/rule.ts";

export const duplicateRoute: Rule = {
  id: "route-table/duplicate-route",
  severity: "error",
  summary: "The routes of one table have destinations of their own.",
  source: userDefinedRoutes.source,

  *check(estate) {
    for (const table of allRouteTables(estate)) {
      const firsts = new Map<string, { readonly name: string; readonly range: AddressRange }>();
      for (const { name, addressPrefix: range } of table.routes) {
        if (!range) continue;

        const key = range.prefix ? formatPrefix(range.prefix) : range.text.toLowerCase();
        const first = firsts.get(key);
        if (!first) {
          firsts.set(key, { name, range });
          continue;
        }
        yield {
          message: `Routes ${first.name} and ${name} of ${table.name} are both for ${range.text}.`,
          origin: range.origin,
          related: [{ message: `${first.name} is for ${first.range.text}`, origin: first.range.origin }],
          hint: "Remove one of them.",
        };
      }
    }
  },
};
