import { allGatewayConnections } from "../../model/gateway-connection.ts";
import { isAbsent } from "../../model/is-absent.ts";
import { findLocalNetworkGateway } from "../../model/local-network-gateway.ts";
import { originOf } from "../../model/resource.ts";
import type { Rule } from "../../model/rule.ts";

export const missingBgp: Rule = {
  id: "connection/missing-bgp",
  severity: "error",
  summary: "A connection to a site that lists no ranges uses BGP.",
  source: "https://learn.microsoft.com/azure/vpn-gateway/configure-bgp",

  *check(estate) {
    for (const { resource, name, localNetworkGateway2, enableBgp } of allGatewayConnections(estate)) {
      const site = findLocalNetworkGateway(localNetworkGateway2, estate)?.resource;
      if (enableBgp !== false || !site || isAbsent(site, "bgpSettings", "asn")) continue;
      if (!isAbsent(site, "localNetworkAddressSpace", "addressPrefixes")) continue;

      yield {
        message: `${name} does not use BGP, and ${site.name} lists no ranges: Azure sends nothing through the tunnel.`,
        origin: originOf(resource, "properties", "enableBgp"),
        related: [{ message: `${site.name} stands here`, origin: originOf(site, "name") }],
        hint: `Set enableBgp on ${name}, or list the ranges of ${site.name}.`,
      };
    }
  },
};
