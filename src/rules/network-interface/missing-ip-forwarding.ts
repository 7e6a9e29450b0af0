import { userDefinedRoutes } from "../../azure/route-tables.ts";
import { formatAddress } from "../../ip/index.ts";
import type { EstateIndex } from "../../model/estate-index.ts";
import { networkOfSubnet } from "../../model/ip-configurations.ts";
import { allNetworkInterfaces } from "../../model/network-interface.ts";
import { peeredNetworks } from "../../model/peered-networks.ts";
import { originOf, type ResourceId } from "../../model/resource.ts";
import { goesToAppliance, type Route } from "../../model/route.ts";
import { allRouteTables, subnetsOfRouteTable } from "../../model/route-table.ts";
import type { Rule } from "../../model/rule.ts";
import { setFlag } from "../../model/set-flag.ts";
import type { Origin } from "../../source/origin.ts";

export const missingIpForwarding: Rule = {
  id: "network-interface/missing-ip-forwarding",
  severity: "error",
  summary: "The network interface that a route goes to forwards packets.",
  source: userDefinedRoutes.source,

  *check(estate) {
    const forwarded = routesByAddress(estate);
    for (const { resource, name, enableIPForwarding, ipConfigurations } of allNetworkInterfaces(estate)) {
      if (enableIPForwarding !== false) continue;

      for (const { subnetId, privateIPAddress } of ipConfigurations) {
        const network = subnetId && networkOfSubnet(subnetId);
        if (!network || !privateIPAddress?.address) continue;

        const uses = forwarded.get(formatAddress(privateIPAddress.address)) ?? [];
        const use = uses.find(({ reach }) => reach.has(network));
        if (!use) continue;
        yield {
          message: `Route ${use.route.name} goes to ${privateIPAddress.text}, and ${name} drops what is not for itself: IP forwarding is off.`,
          origin: originOf(resource, "properties", "enableIPForwarding"),
          related: [{ message: `Route ${use.route.name} goes to ${name}`, origin: use.origin }],
          hint: "Set enableIPForwarding to true.",
          fix: [setFlag(resource, "enableIPForwarding", true)],
        };
        break;
      }
    }
  },
};

interface Use {
  readonly route: Route;
  readonly origin: Origin;
  /** The networks that use the route, and their peers: the same address elsewhere is another interface. */
  readonly reach: ReadonlySet<ResourceId>;
}

function routesByAddress(estate: EstateIndex): ReadonlyMap<string, readonly Use[]> {
  const peered = peeredNetworks(estate);
  const uses = new Map<string, Use[]>();
  for (const table of allRouteTables(estate)) {
    const routes = table.routes.filter(goesToAppliance);
    if (routes.length === 0) continue;

    const subnets = subnetsOfRouteTable(table, estate);
    const networks = new Set(subnets.flatMap(({ resource }) => networkOfSubnet(resource.id) ?? []));
    const reach = new Set([...networks].flatMap((network) => [network, ...peered.peersOf(network)]));
    for (const route of routes) {
      for (const { address, origin } of route.nextHopAddresses) {
        if (!address) continue;
        const key = formatAddress(address);
        const others = uses.get(key);
        if (others) others.push({ route, origin, reach });
        else uses.set(key, [{ route, origin, reach }]);
      }
    }
  }
  return uses;
}
