import { vpnGatewaySkus } from "../../azure/vpn-gateway-skus.ts";
import { originOf } from "../../model/resource.ts";
import type { Rule } from "../../model/rule.ts";
import { allVpnGateways } from "../../model/virtual-network-gateway.ts";
import { findVpnGatewaySku } from "../vpn-gateway-sku.ts";

export const unknownSku: Rule = {
  id: "virtual-network-gateway/unknown-sku",
  severity: "error",
  summary: "A VPN gateway has one of the SKUs that VPN gateways have.",
  source: "https://learn.microsoft.com/azure/vpn-gateway/about-gateway-skus",

  *check(estate) {
    for (const { resource, name, skuName } of allVpnGateways(estate)) {
      if (skuName === undefined || findVpnGatewaySku(skuName)) continue;

      const current = Object.entries(vpnGatewaySkus.value).filter(([, { status }]) => status === "current");
      const names = current.map(([sku]) => sku);
      yield {
        message: `${name} has the SKU ${skuName || '""'}, which Azure does not have for VPN gateways.`,
        origin: originOf(resource, "properties", "sku", "name"),
        hint: `Use one of: ${names.join(", ")}.`,
      };
    }
  },
};
