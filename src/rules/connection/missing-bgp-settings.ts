import { allGatewayConnections } from "../../model/gateway-connection.ts";
import { isAbsent } from "../../model/is-absent.ts";
import { findLocalNetworkGateway } from "../../model/local-network-gateway.ts";
import { originOf } from "../../model/resource.ts";
import type { Rule } from "../../model/rule.ts";

export const missingBgpSettings: Rule = {
  id: "connection/missing-bgp-settings",
  severity: "error",
  summary: "A connection uses BGP with a site that has BGP settings.",
  source: "https://learn.microsoft.com/azure/vpn-gateway/configure-bgp",

  *check(estate) {
    for (const { resource, name, enableBgp, localNetworkGateway2 } of allGatewayConnections(estate)) {
      const site = findLocalNetworkGateway(localNetworkGateway2, estate);
      if (!enableBgp || !site || !isAbsent(site.resource, "bgpSettings", "asn")) continue;

      yield {
        message: `${name} uses BGP, and ${site.name} has no bgpSettings to speak it with.`,
        origin: originOf(resource, "properties", "enableBgp"),
        related: [{ message: `${site.name} stands here`, origin: originOf(site.resource, "name") }],
        hint: `Write the ASN and the BGP address of the device as bgpSettings of ${site.name}.`,
      };
    }
  },
};
