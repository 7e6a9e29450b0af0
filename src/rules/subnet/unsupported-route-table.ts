import { subnetsWithoutRouteTable } from "../../azure/dedicated-subnets.ts";
import { displayName } from "../../model/display-name.ts";
import { nameOfId } from "../../model/name-of-id.ts";
import { isNamed } from "../../model/named-subnet.ts";
import { isReference, referenceOf } from "../../model/reference.ts";
import type { Rule } from "../../model/rule.ts";
import { SUBNET, subnetOf } from "../../model/virtual-network.ts";

const names = Object.keys(subnetsWithoutRouteTable.value);

export const unsupportedRouteTable: Rule = {
  id: "subnet/unsupported-route-table",
  severity: "error",
  summary: "The subnets of route servers and Bastion take no route table.",
  source: subnetsWithoutRouteTable.source,

  *check(estate) {
    for (const subnet of estate.all(SUBNET).map(subnetOf)) {
      const name = names.find((each) => isNamed(subnet, each));
      const table = name && referenceOf(subnet.resource, "routeTable");
      if (!name || !table || !isReference(table)) continue;
      yield {
        message: `${displayName(subnet.resource)} has the route table ${nameOfId(table.id)}; Azure supports none on ${name}.`,
        origin: table.origin,
        hint: `Remove the route table from ${name}.`,
      };
    }
  },
};
