import { isValid } from "../../model/address-range.ts";
import { allLocalNetworkGateways } from "../../model/local-network-gateway.ts";
import type { Rule } from "../../model/rule.ts";
import { invalidPrefix } from "../invalid-prefix.ts";

export const invalidAddressPrefix: Rule = {
  id: "local-network-gateway/invalid-address-prefix",
  severity: "error",
  summary: "A local network gateway's address prefixes are in CIDR notation.",
  source: "https://learn.microsoft.com/azure/vpn-gateway/vpn-gateway-about-vpn-gateway-settings#lng",

  *check(estate) {
    for (const { name, addressPrefixes } of allLocalNetworkGateways(estate)) {
      for (const range of addressPrefixes) if (!isValid(range)) yield invalidPrefix(name, range);
    }
  },
};
