import { connectionsOf, isTunnel } from "../../model/gateway-connection.ts";
import { originOf } from "../../model/resource.ts";
import type { Rule } from "../../model/rule.ts";
import { allVpnGateways } from "../../model/virtual-network-gateway.ts";
import { findVpnGatewaySku } from "../vpn-gateway-sku.ts";

export const exceedsTunnelLimit: Rule = {
  id: "virtual-network-gateway/exceeds-tunnel-limit",
  severity: "error",
  summary: "A VPN gateway has no more tunnels than its SKU allows.",
  source: "https://learn.microsoft.com/azure/vpn-gateway/about-gateway-skus",

  *check(estate) {
    for (const { resource, name, skuName } of allVpnGateways(estate)) {
      const sku = findVpnGatewaySku(skuName);
      const limit = Math.max(0, ...Object.values(sku?.generations ?? {}).map(({ tunnels }) => tunnels));
      const connections = connectionsOf(resource, estate).filter(isTunnel);
      if (!sku || limit === 0 || connections.length <= limit) continue;

      yield {
        message: `${name} has ${connections.length} connections, and the SKU ${sku.name} allows ${limit} tunnels.`,
        origin: originOf(resource, "properties", "sku", "name"),
        hint: "Choose a larger SKU, or Virtual WAN for more sites than any gateway takes.",
      };
    }
  },
};
