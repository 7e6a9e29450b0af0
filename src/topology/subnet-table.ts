import type { EstateIndex } from "../model/estate-index.ts";
import type { Resource, ResourceId } from "../model/resource.ts";
import { keyOf } from "../model/resource-id.ts";
import { type RouteTable, routeTableOf, type SubnetRouteTable } from "../model/route-table.ts";
import type { Layer } from "../model/topology.ts";
import type { Subnet } from "../model/virtual-network.ts";
import { gatewayLayerOf } from "./gateway-layer.ts";
import { perEstate } from "./per-estate.ts";
import { privateEndpointLayer } from "./private-endpoint-layer.ts";
import { regionalFrontEndLayer } from "./regional-front-ends.ts";
import { serviceEndpointLayer } from "./service-endpoint-layer.ts";
import { systemLayers } from "./system-layers.ts";
import { undecidedLayer, whyRoutesUnknown } from "./unknown-routes.ts";
import { userLayerOf } from "./user-layer.ts";

export interface LayerOptions {
  /** Whether what the network's gateways have learned belongs to it: not for what those gateways stand in. */
  readonly learned: boolean;
}

export function layersOfSubnet(subnet: Subnet, estate: EstateIndex, options: LayerOptions): readonly Layer[] {
  return layersWithTable(subnet, routeTableOf(subnet, estate), estate, options);
}

/** Subnets of one network with one route table share the list itself, but for their service endpoints. */
export function layersWithTable(
  subnet: Subnet,
  found: SubnetRouteTable,
  estate: EstateIndex,
  { learned }: LayerOptions,
): readonly Layer[] {
  const network = estate.parentOf(subnet.resource);
  if (!network) return [];

  const table = found.kind === "table" ? found.table : undefined;
  const shared = sharedLayers(network, table, learned, estate);
  const own = serviceEndpointLayer(subnet, estate);
  return own ? [...shared, own] : shared;
}

type ByTable = Map<RouteTable | undefined, readonly Layer[]>;

const withLearned = perEstate(() => new Map<Resource, ByTable>());
const withoutLearned = perEstate(() => new Map<Resource, ByTable>());

function sharedLayers(
  network: Resource,
  table: RouteTable | undefined,
  learned: boolean,
  estate: EstateIndex,
): readonly Layer[] {
  const known = (learned ? withLearned : withoutLearned)(estate);
  const byTable: ByTable = known.get(network) ?? new Map();
  known.set(network, byTable);
  const layers = byTable.get(table) ?? buildLayers(keyOf(network.id), table, learned, estate);
  byTable.set(table, layers);
  return layers;
}

function buildLayers(
  networkKey: ResourceId,
  table: RouteTable | undefined,
  learned: boolean,
  estate: EstateIndex,
): readonly Layer[] {
  const propagates = learned && table?.disableBgpRoutePropagation !== true;
  const unknown = propagates ? whyRoutesUnknown(networkKey, estate) : undefined;
  const outward = (layer: Layer) => (unknown === undefined ? layer : undecidedLayer(layer, unknown));
  const { within, outside } = systemLayers(networkKey, estate);
  const layers = [
    within,
    outward(outside),
    privateEndpointLayer(networkKey, estate),
    regionalFrontEndLayer(networkKey, estate),
    propagates ? gatewayLayerOf(networkKey, estate) : undefined,
    table && outward(userLayerOf(table, networkKey, estate).layer),
  ];
  return layers.filter((layer) => layer !== undefined);
}
