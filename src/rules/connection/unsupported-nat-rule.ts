import { flagOf } from "../../model/flag-of.ts";
import { allGatewayConnections, type GatewayConnection } from "../../model/gateway-connection.ts";
import { originOf } from "../../model/resource.ts";
import type { Rule } from "../../model/rule.ts";
import { hasEntries } from "../vpn-gateway-features.ts";

export const unsupportedNatRule: Rule = {
  id: "connection/unsupported-nat-rule",
  severity: "error",
  summary: "NAT rules are on connections to sites, without policy-based traffic selectors.",
  source: "https://learn.microsoft.com/azure/vpn-gateway/nat-overview",

  *check(estate) {
    for (const connection of allGatewayConnections(estate)) {
      const { resource, name } = connection;
      const reason = reasonAgainst(connection);
      if (reason === undefined) continue;

      for (const list of ["ingressNatRules", "egressNatRules"]) {
        if (!hasEntries(resource, list)) continue;
        yield {
          message: `${name} has ${list} and ${reason}, and Azure translates addresses only without.`,
          origin: originOf(resource, "properties", list),
          hint: `Remove ${list}, or make it a connection to a site with the default traffic selectors.`,
        };
      }
    }
  },
};

function reasonAgainst({ resource, connectionType }: GatewayConnection): string | undefined {
  if (connectionType === "Vnet2Vnet") return "joins two gateways of Azure";
  return flagOf(resource, "usePolicyBasedTrafficSelectors")
    ? "uses policy-based traffic selectors"
    : undefined;
}
