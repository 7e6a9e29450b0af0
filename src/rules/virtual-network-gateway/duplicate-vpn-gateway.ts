import { nameOfId } from "../../model/name-of-id.ts";
import type { ResourceId } from "../../model/resource.ts";
import { originOf } from "../../model/resource.ts";
import type { Rule } from "../../model/rule.ts";
import { allVpnGateways, type VirtualNetworkGateway } from "../../model/virtual-network-gateway.ts";

export const duplicateVpnGateway: Rule = {
  id: "virtual-network-gateway/duplicate-vpn-gateway",
  severity: "error",
  summary: "A virtual network has at most one VPN gateway.",
  source: "https://learn.microsoft.com/azure/vpn-gateway/vpn-gateway-about-vpn-gateway-settings",

  *check(estate) {
    const firsts = new Map<ResourceId, VirtualNetworkGateway>();
    for (const gateway of allVpnGateways(estate)) {
      const { resource, name, networkKey } = gateway;
      if (networkKey === undefined) continue;

      const first = firsts.get(networkKey);
      if (!first) {
        firsts.set(networkKey, gateway);
        continue;
      }
      const network = estate.find(networkKey)?.name ?? nameOfId(networkKey);
      yield {
        message: `${name} is the second VPN gateway of ${network}, which has ${first.name} already.`,
        origin: originOf(resource, "name"),
        related: [{ message: `${first.name} stands here`, origin: originOf(first.resource, "name") }],
        hint: `Remove one of the two, or make ${first.name} active-active or larger.`,
      };
    }
  },
};
