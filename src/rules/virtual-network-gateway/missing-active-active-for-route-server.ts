import { booleanOf, propertyOf } from "../../model/properties.ts";
import { originOf } from "../../model/resource.ts";
import { routeServersIn } from "../../model/route-server.ts";
import type { Rule } from "../../model/rule.ts";
import { allVpnGateways } from "../../model/virtual-network-gateway.ts";

export const missingActiveActiveForRouteServer: Rule = {
  id: "virtual-network-gateway/missing-active-active-for-route-server",
  severity: "error",
  summary: "A VPN gateway beside a Route Server is active-active.",
  source: "https://learn.microsoft.com/azure/route-server/expressroute-vpn-support",

  *check(estate) {
    for (const { resource, name, activeActive, networkKey } of allVpnGateways(estate)) {
      if (activeActive !== false || networkKey === undefined) continue;

      const server = routeServersIn(networkKey, estate).find((candidate) =>
        booleanOf(propertyOf(candidate.resource, "allowBranchToBranchTraffic")),
      );
      if (!server) continue;
      yield {
        message: `${name} is not active-active, and the Route Server ${server.name} exchanges routes with active-active VPN gateways only.`,
        origin: originOf(resource, "properties", "activeActive"),
        related: [
          { message: `${server.name} stands in the same network`, origin: originOf(server.resource, "name") },
        ],
        hint: "Set activeActive, also if only one tunnel is in use.",
      };
    }
  },
};
