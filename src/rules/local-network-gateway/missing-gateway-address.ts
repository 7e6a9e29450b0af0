import { isAbsent } from "../../model/is-absent.ts";
import { allLocalNetworkGateways } from "../../model/local-network-gateway.ts";
import { originOf } from "../../model/resource.ts";
import type { Rule } from "../../model/rule.ts";

export const missingGatewayAddress: Rule = {
  id: "local-network-gateway/missing-gateway-address",
  severity: "error",
  summary: "A local network gateway has the address or the name of the site's device.",
  source: "https://learn.microsoft.com/azure/vpn-gateway/vpn-gateway-about-vpn-gateway-settings#lng",

  *check(estate) {
    for (const { resource, name } of allLocalNetworkGateways(estate)) {
      if (!isAbsent(resource, "gatewayIpAddress") || !isAbsent(resource, "fqdn")) continue;

      yield {
        message: `${name} has neither a gatewayIpAddress nor an fqdn: Azure does not know where the site's device is.`,
        origin: originOf(resource, "name"),
        hint: "Write the public IP address of the device as gatewayIpAddress.",
      };
    }
  },
};
