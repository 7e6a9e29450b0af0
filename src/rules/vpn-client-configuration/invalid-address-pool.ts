import { smallestVpnClientAddressPool } from "../../azure/point-to-site-address-pools.ts";
import { isValid } from "../../model/address-range.ts";
import type { Rule } from "../../model/rule.ts";
import { allVpnClientConfigurations } from "../../model/vpn-client-configuration.ts";
import { invalidPrefix } from "../invalid-prefix.ts";

export const invalidAddressPool: Rule = {
  id: "vpn-client-configuration/invalid-address-pool",
  severity: "error",
  summary: "The ranges of a client address pool are in CIDR notation, and begin at their first address.",
  source: smallestVpnClientAddressPool.source,

  *check(estate) {
    for (const { name, addressPool } of allVpnClientConfigurations(estate)) {
      for (const range of addressPool) {
        if (!isValid(range)) yield invalidPrefix(`The client address pool of ${name}`, range);
      }
    }
  },
};
