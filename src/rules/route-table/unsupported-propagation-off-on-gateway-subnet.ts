import { gatewaySubnetRouting } from "../../azure/dedicated-subnets.ts";
import { displayName } from "../../model/display-name.ts";
import { isGatewaySubnet } from "../../model/named-subnet.ts";
import { originOf } from "../../model/resource.ts";
import { allRouteTables, subnetsOfRouteTable } from "../../model/route-table.ts";
import type { Rule } from "../../model/rule.ts";
import { setFlag } from "../../model/set-flag.ts";

export const unsupportedPropagationOffOnGatewaySubnet: Rule = {
  id: "route-table/unsupported-propagation-off-on-gateway-subnet",
  severity: "error",
  summary: "The route table of a GatewaySubnet takes the gateway's routes.",
  source: gatewaySubnetRouting.source,

  *check(estate) {
    for (const table of allRouteTables(estate)) {
      if (!table.disableBgpRoutePropagation) continue;

      const subnet = subnetsOfRouteTable(table, estate).find(isGatewaySubnet);
      if (!subnet) continue;
      yield {
        message: `${table.name} keeps the gateway's routes from ${displayName(subnet.resource)}: the gateway stops working.`,
        origin: originOf(table.resource, "properties", "disableBgpRoutePropagation"),
        related: [
          { message: `${displayName(subnet.resource)} uses ${table.name}`, origin: subnet.resource.origin },
        ],
        hint: "Set disableBgpRoutePropagation to false.",
        fix: [setFlag(table.resource, "disableBgpRoutePropagation", false)],
      };
    }
  },
};
