import { connectionsOf } from "../../model/gateway-connection.ts";
import { originOf } from "../../model/resource.ts";
import type { Rule } from "../../model/rule.ts";
import { allVpnGateways } from "../../model/virtual-network-gateway.ts";
import { findVpnGatewaySku } from "../vpn-gateway-sku.ts";

export const singlePointOfFailureInstance: Rule = {
  id: "virtual-network-gateway/single-point-of-failure-instance",
  severity: "warning",
  summary: "A VPN gateway that joins sites has two active instances.",
  source: "https://learn.microsoft.com/azure/vpn-gateway/about-active-active-gateways",
  after: ["virtual-network-gateway/missing-active-active-for-route-server"],

  *check(estate) {
    for (const { resource, name, skuName, activeActive, vpnType } of allVpnGateways(estate)) {
      if (activeActive !== false || vpnType === "PolicyBased") continue;
      if (!findVpnGatewaySku(skuName)?.activeActive) continue;

      const site = connectionsOf(resource, estate).find(({ connectionType }) => connectionType === "IPsec");
      if (!site) continue;
      yield {
        message: `${name} has one active instance: each maintenance of it interrupts ${site.name} until the other has taken over.`,
        origin: originOf(resource, "properties", "activeActive"),
        related: [{ message: `${site.name} ends here`, origin: originOf(site.resource, "name") }],
        hint: "Set activeActive, with a second ipConfiguration and public IP address, and let the site's device build both tunnels.",
      };
    }
  },
};
