import { vpnGatewaySkus } from "../../azure/vpn-gateway-skus.ts";
import { originOf } from "../../model/resource.ts";
import type { Rule } from "../../model/rule.ts";
import { allVpnGateways } from "../../model/virtual-network-gateway.ts";
import { type WantedFeature, wantedFeatures } from "../vpn-gateway-features.ts";
import { findVpnGatewaySku } from "../vpn-gateway-sku.ts";
import { wordList } from "../word-list.ts";

export const unsupportedSkuFeature: Rule = {
  id: "virtual-network-gateway/unsupported-sku-feature",
  severity: "error",
  summary: "A VPN gateway's SKU can do what the gateway is asked to do.",
  source: "https://learn.microsoft.com/azure/vpn-gateway/about-gateway-skus",
  after: ["virtual-network-gateway/deprecated-sku"],

  *check(estate) {
    for (const gateway of allVpnGateways(estate)) {
      const sku = findVpnGatewaySku(gateway.skuName);
      if (!sku) continue;

      const missing = [...wantedFeatures(gateway, estate)].filter(
        ({ skuMember }) => skuMember && !sku[skuMember],
      );
      if (missing.length === 0) continue;
      const names = wordList(
        missing.map(({ name }) => name),
        "or",
      );
      yield {
        message: `${gateway.name} has the SKU ${sku.name}, which does not support ${names}.`,
        origin: originOf(gateway.resource, "properties", "sku", "name"),
        related: missing.map(({ name, origin }) => ({ message: `asked for here: ${name}`, origin })),
        hint: `Choose ${smallestWith(missing)} or larger.`,
      };
    }
  },
};

function smallestWith(features: readonly WantedFeature[]): string {
  const [name = ""] =
    Object.entries(vpnGatewaySkus.value).find(
      ([, sku]) => sku.status === "current" && features.every(({ skuMember }) => skuMember && sku[skuMember]),
    ) ?? [];
  return name;
}
