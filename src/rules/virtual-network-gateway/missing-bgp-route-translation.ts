import type { EstateIndex } from "../../model/estate-index.ts";
import { flagOf } from "../../model/flag-of.ts";
import { connectionsOf } from "../../model/gateway-connection.ts";
import { originOf } from "../../model/resource.ts";
import type { Rule } from "../../model/rule.ts";
import { allVpnGateways, type VirtualNetworkGateway } from "../../model/virtual-network-gateway.ts";
import { hasEntries } from "../vpn-gateway-features.ts";

export const missingBgpRouteTranslation: Rule = {
  id: "virtual-network-gateway/missing-bgp-route-translation",
  severity: "warning",
  summary: "A gateway with NAT and BGP on one connection translates the routes as well.",
  source: "https://learn.microsoft.com/azure/vpn-gateway/nat-overview",

  *check(estate) {
    for (const gateway of allVpnGateways(estate)) {
      const { resource, name } = gateway;
      if (flagOf(resource, "enableBgpRouteTranslationForNat") !== false) continue;

      const connection = translatedWithBgp(gateway, estate);
      if (!connection) continue;
      yield {
        message: `${name} translates addresses on ${connection.name}, and advertises and learns routes there by BGP untranslated.`,
        origin: originOf(resource, "properties", "enableBgpRouteTranslationForNat"),
        related: [
          {
            message: `${connection.name} has NAT rules and BGP`,
            origin: originOf(connection.resource, "name"),
          },
        ],
        hint: "Set enableBgpRouteTranslationForNat, or advertise the external ranges from the device.",
      };
    }
  },
};

function translatedWithBgp({ resource }: VirtualNetworkGateway, estate: EstateIndex) {
  return connectionsOf(resource, estate).find(
    (connection) =>
      connection.enableBgp &&
      ["ingressNatRules", "egressNatRules"].some((list) => hasEntries(connection.resource, list)),
  );
}
