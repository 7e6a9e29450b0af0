import type { EstateIndex } from "./estate-index.ts";
import { networkOfSubnet } from "./ip-configurations.ts";
import { propertyOf, textOf } from "./properties.ts";
import type { Resource, ResourceId } from "./resource.ts";

const VIRTUAL_HUB = "Microsoft.Network/virtualHubs";
const IP_CONFIGURATION = "Microsoft.Network/virtualHubs/ipConfigurations";

/** ARM calls a Route Server a virtual hub: one that belongs to no virtual WAN and stands in a subnet. */
export interface RouteServer {
  readonly resource: Resource;
  readonly name: string;
  /** The network whose RouteServerSubnet it stands in; `undefined` where nobody says. */
  readonly networkKey: ResourceId | undefined;
}

const known = new WeakMap<EstateIndex, readonly RouteServer[]>();

export function allRouteServers(estate: EstateIndex): readonly RouteServer[] {
  const servers =
    known.get(estate) ??
    estate
      .all(VIRTUAL_HUB)
      .filter((hub) => propertyOf(hub, "virtualWan") === undefined)
      .map((hub) => ({ resource: hub, name: hub.name, networkKey: networkOf(hub, estate) }));
  known.set(estate, servers);
  return servers;
}

export function routeServersIn(networkKey: ResourceId, estate: EstateIndex): readonly RouteServer[] {
  return allRouteServers(estate).filter((server) => server.networkKey === networkKey);
}

function networkOf(hub: Resource, estate: EstateIndex): ResourceId | undefined {
  const [subnetId] = estate
    .childrenOf(hub, IP_CONFIGURATION)
    .flatMap((configuration) => textOf(propertyOf(configuration, "subnet", "id")) ?? []);
  return subnetId === undefined ? undefined : networkOfSubnet(subnetId);
}
