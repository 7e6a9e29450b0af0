import { regions, sovereignRegions } from "../../azure/regions.ts";
import { allGatewayConnections } from "../../model/gateway-connection.ts";
import { originOf, type Resource } from "../../model/resource.ts";
import type { Rule } from "../../model/rule.ts";
import { normaliseRegion } from "../../model/virtual-network.ts";
import { findVirtualNetworkGateway } from "../../model/virtual-network-gateway.ts";

export const unsupportedCloud: Rule = {
  id: "connection/unsupported-cloud",
  severity: "error",
  summary: "Two gateways that are joined as Azure's own are in the same Azure cloud.",
  source: "https://learn.microsoft.com/azure/vpn-gateway/vpn-gateway-vpn-faq",

  *check(estate) {
    for (const { resource, name, connectionType, ...ends } of allGatewayConnections(estate)) {
      if (connectionType !== "Vnet2Vnet") continue;

      const here = findVirtualNetworkGateway(ends.virtualNetworkGateway1, estate);
      const there = findVirtualNetworkGateway(ends.virtualNetworkGateway2, estate);
      const [near, far] = [here && cloudOf(here.resource), there && cloudOf(there.resource)];
      if (!here || !there || near === undefined || far === undefined || near === far) continue;
      yield {
        message: `${name} joins ${here.name} and ${there.name}, which are in different clouds, ${near} and ${far}.`,
        origin: originOf(resource, "properties", "virtualNetworkGateway2", "id"),
        hint: "Use a connection of the type IPsec, with a local network gateway on each side.",
      };
    }
  },
};

/** `undefined` for a region that no list has: it may be new, in whichever cloud. */
function cloudOf({ location }: Resource): "public" | "government" | "china" | undefined {
  if (typeof location !== "string") return undefined;

  const region = normaliseRegion(location);
  if (Object.hasOwn(sovereignRegions.value, region)) return sovereignRegions.value[region];
  return Object.hasOwn(regions.value, region) ? "public" : undefined;
}
