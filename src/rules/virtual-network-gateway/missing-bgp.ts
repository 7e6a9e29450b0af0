import { fewNames } from "../../diagnostics/few-names.ts";
import { connectionsOf, isTunnel } from "../../model/gateway-connection.ts";
import { originOf } from "../../model/resource.ts";
import type { Rule } from "../../model/rule.ts";
import { allVpnGateways } from "../../model/virtual-network-gateway.ts";
import { findVpnGatewaySku } from "../vpn-gateway-sku.ts";

export const missingBgp: Rule = {
  id: "virtual-network-gateway/missing-bgp",
  severity: "error",
  summary: "A gateway whose connections use BGP has BGP itself.",
  source: "https://learn.microsoft.com/azure/vpn-gateway/configure-bgp",

  *check(estate) {
    for (const { resource, name, enableBgp, skuName, vpnType } of allVpnGateways(estate)) {
      if (enableBgp !== false) continue;

      const wanting = connectionsOf(resource, estate).filter(
        (connection) => isTunnel(connection) && connection.enableBgp,
      );
      const [first] = wanting;
      if (!first) continue;
      const cannot = vpnType === "PolicyBased" || findVpnGatewaySku(skuName)?.bgp === false;
      yield {
        message: `${name} has BGP switched off, and ${fewNames(wanting.map((connection) => connection.name))} ${wanting.length === 1 ? "uses" : "use"} it.`,
        origin: originOf(resource, "properties", "enableBgp"),
        related: [
          {
            message: `${first.name} uses BGP`,
            origin: originOf(first.resource, "properties", "enableBgp"),
          },
        ],
        hint: cannot
          ? "Choose a route-based gateway with the SKU VpnGw1AZ or larger, and set enableBgp."
          : `Set enableBgp on ${name}.`,
      };
    }
  },
};
