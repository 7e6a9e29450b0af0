import { policyBasedGateway } from "../../azure/vpn-gateway-skus.ts";
import { originOf } from "../../model/resource.ts";
import type { Rule } from "../../model/rule.ts";
import { allVpnGateways } from "../../model/virtual-network-gateway.ts";
import { findVpnGatewaySku } from "../vpn-gateway-sku.ts";

export const invalidPolicyBasedSku: Rule = {
  id: "virtual-network-gateway/invalid-policy-based-sku",
  severity: "error",
  summary: "A policy-based gateway has the SKU Basic.",
  source: "https://learn.microsoft.com/azure/vpn-gateway/vpn-gateway-vpn-faq",
  after: ["virtual-network-gateway/unsupported-policy-based-feature"],

  *check(estate) {
    for (const { resource, name, skuName, vpnType } of allVpnGateways(estate)) {
      const sku = findVpnGatewaySku(skuName);
      if (vpnType !== "PolicyBased" || !sku || sku.status !== "current") continue;

      yield {
        message: `${name} is policy-based and a ${sku.name}: policy-based gateways are ${policyBasedGateway.value.sku} alone.`,
        origin: originOf(resource, "properties", "vpnType"),
        related: [
          { message: `${name} is a ${sku.name}`, origin: originOf(resource, "properties", "sku", "name") },
        ],
        hint: "Write RouteBased.",
      };
    }
  },
};
