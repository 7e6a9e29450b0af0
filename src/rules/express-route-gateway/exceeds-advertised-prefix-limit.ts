import { expressRouteGatewayLimits } from "../../azure/expressroute-gateways.ts";
import type { AddressRange } from "../../model/address-range.ts";
import { isValid } from "../../model/address-range.ts";
import type { EstateIndex } from "../../model/estate-index.ts";
import { circuitsOfGateway } from "../../model/express-route-connection.ts";
import { allExpressRouteGateways } from "../../model/express-route-gateway.ts";
import { peeredNetworks } from "../../model/peered-networks.ts";
import { propertyOf } from "../../model/properties.ts";
import type { ResourceId } from "../../model/resource.ts";
import { originOf } from "../../model/resource.ts";
import type { Rule } from "../../model/rule.ts";
import { virtualNetworkOf } from "../../model/virtual-network.ts";

const FAMILIES = [
  { family: 4, limit: expressRouteGatewayLimits.value.advertisedIpv4 },
  { family: 6, limit: expressRouteGatewayLimits.value.advertisedIpv6 },
] as const;

export const exceedsAdvertisedPrefixLimit: Rule = {
  id: "express-route-gateway/exceeds-advertised-prefix-limit",
  severity: "error",
  summary: "An ExpressRoute gateway advertises no more prefixes than a connection bears.",
  source: expressRouteGatewayLimits.source,

  *check(estate) {
    for (const { resource, name, networkKey } of allExpressRouteGateways(estate)) {
      if (networkKey === undefined || circuitsOfGateway(resource.id, estate).length === 0) continue;

      const advertised = advertisedBy(networkKey, estate);
      for (const { family, limit } of FAMILIES) {
        const count = advertised.filter(isValid).filter(({ prefix }) => prefix.family === family).length;
        if (count <= limit) continue;
        yield {
          message: `${name} advertises ${count} prefixes of IPv${family}; above ${limit} its connections go down.`,
          origin: originOf(resource, "name"),
          hint: "Give the networks fewer and larger ranges, or summarise them in summarizedGatewayPrefixes of the gateway's network.",
        };
      }
    }
  },
};

/** Its own network's ranges and those of the networks that use it; nothing where a summary stands in for them. */
function advertisedBy(hub: ResourceId, estate: EstateIndex): AddressRange[] {
  const network = estate.find(hub);
  if (!network || propertyOf(network, "summarizedGatewayPrefixes") !== undefined) return [];

  const peered = peeredNetworks(estate);
  const users = [...peered.peersOf(hub)].filter((peer) => peered.remoteGatewaysOf(peer).has(hub));
  return [hub, ...users]
    .flatMap((id) => estate.find(id) ?? [])
    .flatMap((each) => virtualNetworkOf(each).addressSpace);
}
