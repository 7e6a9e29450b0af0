import { isScalable, scalableGateway } from "../../azure/expressroute-gateways.ts";
import { allExpressRouteGateways } from "../../model/express-route-gateway.ts";
import { flagOf } from "../../model/flag-of.ts";
import { allGatewayConnections } from "../../model/gateway-connection.ts";
import { originOf } from "../../model/resource.ts";
import { keyOf } from "../../model/resource-id.ts";
import type { Rule } from "../../model/rule.ts";
import { gatewaysIn } from "../../model/virtual-network-gateway.ts";

const FLAG = "useLocalAzureIpAddress";

export const unsupportedIpsec: Rule = {
  id: "express-route-gateway/unsupported-ipsec",
  severity: "error",
  summary: "No IPsec tunnel runs over a scalable ExpressRoute gateway.",
  source: scalableGateway.source,

  *check(estate) {
    for (const gateway of allExpressRouteGateways(estate)) {
      const { networkKey, skuName } = gateway;
      if (networkKey === undefined || skuName === undefined || !isScalable(skuName)) continue;

      const beside = new Set(gatewaysIn(networkKey, estate).map(({ resource }) => keyOf(resource.id)));
      for (const { resource, name, virtualNetworkGateway1 } of allGatewayConnections(estate)) {
        if (virtualNetworkGateway1 === undefined || !beside.has(virtualNetworkGateway1)) continue;
        if (flagOf(resource, FLAG) !== true) continue;
        yield {
          message: `${name} runs its IPsec tunnel over private addresses, past ${gateway.name}; ${skuName} does not support that.`,
          origin: originOf(resource, "properties", FLAG),
          related: [
            {
              message: `${gateway.name} is ${skuName}`,
              origin: originOf(gateway.resource, "properties", "sku", "name"),
            },
          ],
          hint: `Choose ErGw1AZ, ErGw2AZ or ErGw3AZ for ${gateway.name}, or run the tunnel over public addresses.`,
        };
      }
    }
  },
};
