import { originOf } from "../../../model/resource.ts";
import type { Rule } from "../../../model/rule.ts";
import { allVirtualNetworkGateways } from "../../../model/virtual-network-gateway.ts";
import { halfBetween, peersOf } from "../halves.ts";
import { nameList } from "../name-list.ts";
import { placeOf } from "../place.ts";

export const unsupportedBasicGatewayTransit: Rule = {
  id: "virtual-network-peering/unsupported-basic-gateway-transit",
  severity: "warning",
  summary: "A VPN gateway that peers use has another SKU than Basic.",
  source: "https://learn.microsoft.com/azure/vpn-gateway/vpn-gateway-peering-gateway-transit",

  *check(estate) {
    for (const { resource, name, skuName, networkKey } of allVirtualNetworkGateways(estate)) {
      if (skuName?.toLowerCase() !== "basic" || networkKey === undefined) continue;

      const users = [...peersOf(networkKey, estate)].flatMap((peer) => {
        const half = halfBetween(peer, networkKey, estate);
        return half?.useRemoteGateways ? [half] : [];
      });
      const [first] = users;
      if (!first) continue;

      yield {
        message: `${nameList(users.map(({ localName }) => localName))} ${users.length === 1 ? "uses" : "use"} the gateway ${name} by gateway transit, which the Basic SKU does not support.`,
        origin: originOf(resource, "properties", "sku", "name"),
        related: [
          { message: `${first.localName} uses remote gateways`, origin: placeOf(first, "useRemoteGateways") },
        ],
        hint: "Choose VpnGw1AZ or larger.",
      };
    }
  },
};
