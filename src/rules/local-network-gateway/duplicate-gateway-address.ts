import { allLocalNetworkGateways } from "../../model/local-network-gateway.ts";
import { propertyOf, textOf } from "../../model/properties.ts";
import { originOf } from "../../model/resource.ts";
import type { Rule } from "../../model/rule.ts";

export const duplicateGatewayAddress: Rule = {
  id: "local-network-gateway/duplicate-gateway-address",
  severity: "error",
  summary: "A local network gateway has an address or a name of the site's device, not both.",
  source: "https://learn.microsoft.com/azure/vpn-gateway/vpn-gateway-about-vpn-gateway-settings#lng",

  *check(estate) {
    for (const { resource, name, gatewayIpAddress } of allLocalNetworkGateways(estate)) {
      const fqdn = textOf(propertyOf(resource, "fqdn"));
      if (!gatewayIpAddress || !fqdn) continue;

      yield {
        message: `${name} has both the address ${gatewayIpAddress.text} and the name ${fqdn} for the site's device.`,
        origin: originOf(resource, "properties", "fqdn"),
        related: [{ message: `${name} has ${gatewayIpAddress.text}`, origin: gatewayIpAddress.origin }],
        hint: "Keep the address where it is static, else the name.",
      };
    }
  },
};
