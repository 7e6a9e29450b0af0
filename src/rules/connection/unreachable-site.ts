import { contains, overlaps, type Prefix, parsePrefix } from "../../ip/index.ts";
import type { Site } from "../../model/estate.ts";
import type { EstateIndex } from "../../model/estate-index.ts";
import { findExpressRouteCircuit } from "../../model/express-route-circuit.ts";
import { connectionsOfCircuit } from "../../model/express-route-connection.ts";
import { booleanOf, propertyOf } from "../../model/properties.ts";
import type { ResourceId } from "../../model/resource.ts";
import { keyOf } from "../../model/resource-id.ts";
import { routeServersIn } from "../../model/route-server.ts";
import type { Rule } from "../../model/rule.ts";
import {
  findVirtualNetworkGateway,
  type VirtualNetworkGateway,
} from "../../model/virtual-network-gateway.ts";
import { originWithin } from "../../source/origin.ts";
import { rangesBehindGateway } from "../networks-behind-gateway.ts";
import { tunnelsOfSites } from "../tunnels-of-sites.ts";

export const unreachableSite: Rule = {
  id: "connection/unreachable-site",
  severity: "error",
  summary: "A site behind a VPN reaches a site behind a circuit only through a Route Server.",
  source: "https://learn.microsoft.com/azure/route-server/expressroute-vpn-support",

  *check(estate) {
    const tunnels = tunnelsOfSites(estate).filter(({ tunnel }) => (tunnel.staticRoutes ?? []).length > 0);
    const besides = new Map<VirtualNetworkGateway, readonly Site[]>();
    for (const { site, tunnel, gateway, connection } of tunnels) {
      const beside = besides.get(gateway) ?? sitesOnCircuitsBeside(gateway, estate);
      besides.set(gateway, beside);
      const others = beside.filter((other) => other.name !== site.name);
      if (others.length === 0 || exchangesRoutes(gateway, estate)) continue;

      for (const [index, text] of (tunnel.staticRoutes ?? []).entries()) {
        const prefix = parsePrefix(text);
        const other = prefix && others.find((each) => isOf(each, prefix));
        if (!other || meansNetwork(prefix, gateway, estate)) continue;
        yield {
          message: `${site.name} sends ${text} of ${other.name} over ${connection.name}, and ${gateway.name} passes nothing on to the circuit: ${other.name} is not reached.`,
          origin: originWithin(tunnel.origin, "staticRoutes", index),
          related: [{ message: `${other.name} is behind a circuit`, origin: other.origin }],
          hint: "Add a Route Server that exchanges routes between the two gateways, or join the sites otherwise.",
        };
      }
    }
  },
};

/** Those whose routers end circuits of the ExpressRoute gateway in the same network, and that have no tunnel to this gateway. */
function sitesOnCircuitsBeside(
  { networkKey, resource }: VirtualNetworkGateway,
  estate: EstateIndex,
): readonly Site[] {
  const withTunnel = new Set(
    tunnelsOfSites(estate)
      .filter(({ gateway }) => gateway.resource === resource)
      .map(({ site }) => site.name),
  );
  const names = new Set(
    estate.estate.providerRouters
      .filter(({ circuits }) => circuits.some((id) => networksOfCircuit(id, estate).includes(networkKey)))
      .map(({ site }) => site),
  );
  return estate.estate.sites.filter(({ name }) => names.has(name) && !withTunnel.has(name));
}

function networksOfCircuit(id: string, estate: EstateIndex): readonly (ResourceId | undefined)[] {
  const circuit = findExpressRouteCircuit(keyOf(id), estate);
  return circuit
    ? connectionsOfCircuit(circuit, estate).map(
        ({ gatewayKey }) => findVirtualNetworkGateway(gatewayKey, estate)?.networkKey,
      )
    : [];
}

/** Also where nobody says whether a Route Server does. */
function exchangesRoutes({ networkKey }: VirtualNetworkGateway, estate: EstateIndex): boolean {
  return routeServersIn(networkKey ?? "", estate).some(
    ({ resource }) => booleanOf(propertyOf(resource, "allowBranchToBranchTraffic")) !== false,
  );
}

/** A route for the whole site, or a part of it; a summary of much else means nobody. */
function isOf({ addressPrefixes }: Site, prefix: Prefix): boolean {
  return addressPrefixes.some((text) => {
    const range = parsePrefix(text);
    return range !== undefined && contains(range, prefix);
  });
}

function meansNetwork(prefix: Prefix, gateway: VirtualNetworkGateway, estate: EstateIndex): boolean {
  return rangesBehindGateway(gateway, estate).some(({ range }) => overlaps(range.prefix, prefix));
}
