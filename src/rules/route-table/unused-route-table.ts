import type { EstateIndex } from "../../model/estate-index.ts";
import { propertyOf } from "../../model/properties.ts";
import { isReference, referenceOf } from "../../model/reference.ts";
import { originOf } from "../../model/resource.ts";
import { allRouteTables, type RouteTable, subnetsOfRouteTable } from "../../model/route-table.ts";
import type { Rule } from "../../model/rule.ts";
import { SUBNET, VIRTUAL_NETWORK } from "../../model/virtual-network.ts";

export const unusedRouteTable: Rule = {
  id: "route-table/unused-route-table",
  severity: "info",
  summary: "A route table decides for at least one subnet.",
  source: "https://learn.microsoft.com/azure/virtual-network/manage-route-table",

  *check(estate) {
    const unused = allRouteTables(estate).filter((table) => isUnused(table, estate));
    if (unused.length === 0 || mayUseMore(estate)) return;

    for (const { resource, name } of unused) {
      yield {
        message: `${name} is attached to no subnet: its routes have no effect.`,
        origin: originOf(resource, "name"),
        hint: `Name ${name} as the routeTable of a subnet, or remove it.`,
      };
    }
  },
};

function isUnused(table: RouteTable, estate: EstateIndex): boolean {
  const { resource } = table;
  if (resource.existing || !estate.isComplete(resource.id)) return false;

  return subnetsOfRouteTable(table, estate).length === 0 && propertyOf(resource, "subnets") === undefined;
}

/** A subnet that does not tell its route table may use any. */
function mayUseMore(estate: EstateIndex): boolean {
  if (estate.all(VIRTUAL_NETWORK).some((network) => network.existing)) return true;

  return estate.all(SUBNET).some((subnet) => {
    const reference = referenceOf(subnet, "routeTable");
    return subnet.existing || (reference !== undefined && !isReference(reference));
  });
}
