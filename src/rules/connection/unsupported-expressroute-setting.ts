import { allGatewayConnections } from "../../model/gateway-connection.ts";
import { isAbsent } from "../../model/is-absent.ts";
import { originOf } from "../../model/resource.ts";
import type { Rule } from "../../model/rule.ts";
import { secretOf } from "../../model/secret.ts";
import { unknownAt } from "../../model/unknown-at.ts";

const OF_TUNNELS = ["ipsecPolicies", "sharedKey", "ingressNatRules", "egressNatRules"];

export const unsupportedExpressrouteSetting: Rule = {
  id: "connection/unsupported-expressroute-setting",
  severity: "error",
  summary: "A connection to a circuit has no settings of a tunnel.",
  source: "https://learn.microsoft.com/azure/vpn-gateway/vpn-gateway-vpn-faq",

  *check(estate) {
    for (const { resource, name, connectionType } of allGatewayConnections(estate)) {
      if (connectionType !== "ExpressRoute" || resource.existing) continue;

      for (const property of OF_TUNNELS) {
        const unknown = unknownAt(resource, property);
        if (isAbsent(resource, property) || (unknown && !secretOf(unknown))) continue;
        yield {
          message: `${name} is of the type ExpressRoute and has ${property}, which only tunnels have.`,
          origin: originOf(resource, "properties", property),
          hint: `Remove ${property}.`,
        };
      }
    }
  },
};
