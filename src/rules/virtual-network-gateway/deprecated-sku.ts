import { originOf } from "../../model/resource.ts";
import type { Rule } from "../../model/rule.ts";
import { allVpnGateways } from "../../model/virtual-network-gateway.ts";
import { findVpnGatewaySku } from "../vpn-gateway-sku.ts";

export const deprecatedSku: Rule = {
  id: "virtual-network-gateway/deprecated-sku",
  severity: "error",
  summary: "A VPN gateway has a SKU that Azure has not retired.",
  source: "https://learn.microsoft.com/azure/vpn-gateway/gateway-sku-consolidation",

  *check(estate) {
    for (const { resource, name, skuName } of allVpnGateways(estate)) {
      const retired = findVpnGatewaySku(skuName)?.retired;
      if (!retired) continue;

      yield {
        message: `${name} has the SKU ${skuName}, which is retired since ${retired.on}: Azure creates no such gateway.`,
        origin: originOf(resource, "properties", "sku", "name"),
        hint: `Choose ${retired.replacement}.`,
      };
    }
  },
};
