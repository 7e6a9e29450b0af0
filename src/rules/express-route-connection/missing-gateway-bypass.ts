import { allExpressRouteConnections } from "../../model/express-route-connection.ts";
import { flagOf } from "../../model/flag-of.ts";
import { originOf } from "../../model/resource.ts";
import type { Rule } from "../../model/rule.ts";

export const missingGatewayBypass: Rule = {
  id: "express-route-connection/missing-gateway-bypass",
  severity: "error",
  summary: "FastPath to private endpoints goes with FastPath itself.",
  source: "https://learn.microsoft.com/azure/expressroute/about-fastpath",

  *check(estate) {
    for (const { resource, name } of allExpressRouteConnections(estate)) {
      if (flagOf(resource, "enablePrivateLinkFastPath") !== true) continue;
      if (flagOf(resource, "expressRouteGatewayBypass") !== false) continue;
      yield {
        message: `${name} asks for FastPath to private endpoints, and not for FastPath.`,
        origin: originOf(resource, "properties", "enablePrivateLinkFastPath"),
        hint: "Set expressRouteGatewayBypass too, or leave enablePrivateLinkFastPath out.",
      };
    }
  },
};
