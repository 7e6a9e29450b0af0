import { originOf } from "../../model/resource.ts";
import type { Rule } from "../../model/rule.ts";
import { allVpnGateways } from "../../model/virtual-network-gateway.ts";
import { findVpnGatewaySku } from "../vpn-gateway-sku.ts";

export const invalidGeneration: Rule = {
  id: "virtual-network-gateway/invalid-generation",
  severity: "error",
  summary: "A VPN gateway is of a generation that its SKU is made in.",
  source: "https://learn.microsoft.com/azure/vpn-gateway/about-gateway-skus",

  *check(estate) {
    for (const { resource, name, skuName, vpnGatewayGeneration } of allVpnGateways(estate)) {
      const sku = findVpnGatewaySku(skuName);
      const generations = Object.keys(sku?.generations ?? {});
      const wanted = vpnGatewayGeneration?.toLowerCase();
      if (!sku || wanted === undefined || wanted === "none" || generations.length === 0) continue;
      if (generations.some((generation) => generation.toLowerCase() === wanted)) continue;

      yield {
        message: `${name} is of ${vpnGatewayGeneration}, in which Azure makes no ${sku.name}.`,
        origin: originOf(resource, "properties", "vpnGatewayGeneration"),
        related: [
          { message: `${name} is a ${sku.name}`, origin: originOf(resource, "properties", "sku", "name") },
        ],
        hint: `Write ${generations.join(" or ")}, or choose another SKU.`,
      };
    }
  },
};
