import type { EstateIndex } from "../../model/estate-index.ts";
import { allGatewayConnections } from "../../model/gateway-connection.ts";
import { propertyOf, textOf, valueAt } from "../../model/properties.ts";
import { originOf, type ResourceId } from "../../model/resource.ts";
import { keyOf } from "../../model/resource-id.ts";
import type { Rule } from "../../model/rule.ts";
import { isList, isUnknown } from "../../model/unknown.ts";
import { allVpnGateways } from "../../model/virtual-network-gateway.ts";
import { isSubscriptionComplete } from "../complete-subscription.ts";
import { natRulesOf } from "../nat-rules.ts";

export const unusedNatRule: Rule = {
  id: "virtual-network-gateway/unused-nat-rule",
  severity: "warning",
  summary: "A NAT rule is on at least one connection.",
  source: "https://learn.microsoft.com/azure/vpn-gateway/nat-overview",

  *check(estate) {
    const used = usedRules(estate);
    if (!used) return;

    for (const { resource: gateway } of allVpnGateways(estate)) {
      if (gateway.existing || !isSubscriptionComplete(gateway, estate)) continue;

      for (const { resource, name } of natRulesOf(gateway, estate)) {
        if (used.has(keyOf(resource.id))) continue;
        yield {
          message: `${name} is a NAT rule of ${gateway.name} that no connection names: it translates nothing.`,
          origin: originOf(resource, "name"),
          hint: `Name ${name} in ingressNatRules or egressNatRules of a connection, or remove it.`,
        };
      }
    }
  },
};

/** `undefined` where a connection may name more. */
function usedRules(estate: EstateIndex): ReadonlySet<ResourceId> | undefined {
  const used = new Set<ResourceId>();
  for (const { resource } of allGatewayConnections(estate)) {
    for (const property of ["ingressNatRules", "egressNatRules"]) {
      const list = propertyOf(resource, property) ?? [];
      if (resource.existing || !isList(list)) return undefined;

      for (const entry of list) {
        const id = valueAt(entry, ["id"]);
        if (isUnknown(entry) || isUnknown(id)) return undefined;
        used.add(keyOf(textOf(id) ?? ""));
      }
    }
  }
  return used;
}
