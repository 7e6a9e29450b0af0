import { basicVpnClients } from "../../azure/point-to-site-skus.ts";
import { originOf } from "../../model/resource.ts";
import type { Rule } from "../../model/rule.ts";
import { allVpnClientConfigurations } from "../../model/vpn-client-configuration.ts";

const known: readonly string[] = basicVpnClients.value.protocols;

export const unsupportedProtocol: Rule = {
  id: "vpn-client-configuration/unsupported-protocol",
  severity: "error",
  summary: "Users of a Basic gateway connect with SSTP: it knows no other protocol.",
  source: basicVpnClients.source,

  *check(estate) {
    for (const { resource, name, gateway, protocols } of allVpnClientConfigurations(estate)) {
      if (gateway.skuName?.toLowerCase() !== "basic" || !protocols) continue;

      const index = protocols.findIndex((protocol) => !known.includes(protocol));
      if (index < 0) continue;
      yield {
        message: `${name} lets its users connect with ${protocols[index]}, which the SKU Basic does not support.`,
        origin: originOf(resource, "properties", "vpnClientConfiguration", "vpnClientProtocols", index),
        related: [{ message: `${name} is Basic`, origin: originOf(resource, "properties", "sku", "name") }],
        hint: "Choose VpnGw1AZ or larger.",
      };
    }
  },
};
