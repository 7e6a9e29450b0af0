import { originOf } from "../../model/resource.ts";
import type { Rule } from "../../model/rule.ts";
import { allVpnGateways } from "../../model/virtual-network-gateway.ts";
import { routeBasedFeatures } from "../vpn-gateway-features.ts";
import { wordList } from "../word-list.ts";

export const unsupportedPolicyBasedFeature: Rule = {
  id: "virtual-network-gateway/unsupported-policy-based-feature",
  severity: "error",
  summary: "A policy-based gateway has one IKEv1 tunnel to a site, and nothing else.",
  source: "https://learn.microsoft.com/azure/vpn-gateway/vpn-gateway-vpn-faq",

  *check(estate) {
    for (const gateway of allVpnGateways(estate)) {
      if (gateway.vpnType !== "PolicyBased") continue;

      const missing = [...routeBasedFeatures(gateway, estate)];
      if (missing.length === 0) continue;
      const names = wordList(
        missing.map(({ name }) => name),
        "or",
      );
      yield {
        message: `${gateway.name} is policy-based, and such a gateway has no place for ${names}.`,
        origin: originOf(gateway.resource, "properties", "vpnType"),
        related: missing.map(({ name, origin }) => ({ message: `asked for here: ${name}`, origin })),
        hint: "Make it RouteBased, with the SKU VpnGw1AZ or larger: that takes a new gateway.",
      };
    }
  },
};
