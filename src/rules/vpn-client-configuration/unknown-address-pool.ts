import { vpnClientAddressPoolOverlaps } from "../../azure/point-to-site-address-pools.ts";
import { contains, parsePrefix } from "../../ip/index.ts";
import { isValid } from "../../model/address-range.ts";
import type { Rule } from "../../model/rule.ts";
import { unknownAt } from "../../model/unknown-at.ts";
import { allVirtualNetworkGateways } from "../../model/virtual-network-gateway.ts";
import { allVpnClientConfigurations } from "../../model/vpn-client-configuration.ts";
import { originWithin } from "../../source/origin.ts";
import { isSubscriptionComplete } from "../complete-subscription.ts";

export const unknownAddressPool: Rule = {
  id: "vpn-client-configuration/unknown-address-pool",
  severity: "error",
  summary: "The addresses that users are said to have are in the pool of a gateway.",
  source: vpnClientAddressPoolOverlaps.source,

  *check(estate) {
    const gateways = allVirtualNetworkGateways(estate);
    const isSure = gateways.every(
      ({ resource }) =>
        !resource.existing &&
        !unknownAt(resource, "vpnClientConfiguration", "vpnClientAddressPool", "addressPrefixes") &&
        isSubscriptionComplete(resource, estate),
    );
    const ranges = allVpnClientConfigurations(estate).flatMap(({ addressPool }) => addressPool);
    if (!isSure || ranges.length === 0 || !ranges.every(isValid)) return;

    for (const users of estate.estate.p2sUsers) {
      for (const [index, text] of users.vpnClientAddressPool.entries()) {
        const prefix = parsePrefix(text);
        if (!prefix || ranges.some((range) => contains(range.prefix, prefix))) continue;
        yield {
          message: `${users.name} are said to have addresses of ${text}, which no gateway gives out.`,
          origin: originWithin(users.origin, "vpnClientAddressPool", index),
          hint: `Write a range of a gateway's pool: ${ranges.map((range) => range.text).join(", ")}.`,
        };
      }
    }
  },
};
