import { smallestVpnClientAddressPool } from "../../azure/point-to-site-address-pools.ts";
import { isValid } from "../../model/address-range.ts";
import type { Rule } from "../../model/rule.ts";
import { allVpnClientConfigurations } from "../../model/vpn-client-configuration.ts";

export const tooSmallAddressPool: Rule = {
  id: "vpn-client-configuration/too-small-address-pool",
  severity: "error",
  summary: "A client address pool is a /29 or larger, and a /28 or larger where both instances are active.",
  source: smallestVpnClientAddressPool.source,

  *check(estate) {
    const { activeActive: ofTwo, activeStandby: ofOne } = smallestVpnClientAddressPool.value;
    for (const { name, addressPool, activeActive } of allVpnClientConfigurations(estate)) {
      const smallest = activeActive ? ofTwo : ofOne;
      for (const { text, prefix, origin } of addressPool.filter(isValid)) {
        if (prefix.family === 6 || prefix.length <= smallest) continue;
        yield {
          message: `${name} gives its users addresses of ${text}; ${activeActive ? "active-active, it" : "it"} takes none smaller than /${smallest}.`,
          origin,
          hint: `Give it a /${smallest} or larger: one address for each device that is connected, and some for the gateway.`,
        };
      }
    }
  },
};
