import { isAbsent } from "../../model/is-absent.ts";
import { allLocalNetworkGateways } from "../../model/local-network-gateway.ts";
import { originOf } from "../../model/resource.ts";
import type { Rule } from "../../model/rule.ts";

export const missingAddressPrefix: Rule = {
  id: "local-network-gateway/missing-address-prefix",
  severity: "error",
  summary: "A local network gateway has the ranges of the site, or learns them by BGP.",
  source: "https://learn.microsoft.com/azure/vpn-gateway/vpn-gateway-about-vpn-gateway-settings#lng",

  *check(estate) {
    for (const { resource, name } of allLocalNetworkGateways(estate)) {
      if (!isAbsent(resource, "localNetworkAddressSpace", "addressPrefixes")) continue;
      if (!isAbsent(resource, "bgpSettings", "asn")) continue;

      yield {
        message: `${name} has no address prefixes and no BGP settings: Azure sends nothing to the site.`,
        origin: originOf(resource, "name"),
        hint: "List the site's ranges in localNetworkAddressSpace, or write its bgpSettings.",
      };
    }
  },
};
