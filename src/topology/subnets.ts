import { isValid } from "../model/address-range.ts";
import type { EstateIndex } from "../model/estate-index.ts";
import { referenceOf } from "../model/reference.ts";
import type { Resource, ResourceId } from "../model/resource.ts";
import { keyOf } from "../model/resource-id.ts";
import { routeTableOf, type SubnetRouteTable } from "../model/route-table.ts";
import type { Forwarding, Gap, Node, Table, TableId, TopologyPart } from "../model/topology.ts";
import type { TopologyReader } from "../model/topology-reader.ts";
import { isUnknown } from "../model/unknown.ts";
import { unknownAt } from "../model/unknown-at.ts";
import { SUBNET, type Subnet, subnetOf } from "../model/virtual-network.ts";
import { filtersOf } from "./filters-of.ts";
import { assumed, notModelled } from "./gap.ts";
import { placementOf } from "./placement.ts";
import { serviceEndpointGaps } from "./service-endpoint-layer.ts";
import { egressOfSubnet } from "./subnet-egress.ts";
import { layersWithTable } from "./subnet-table.ts";
import { tableIdOf } from "./table-id.ts";

export const subnets: TopologyReader = { reads: SUBNET, read };

function* read(estate: EstateIndex): Iterable<TopologyPart> {
  for (const resource of estate.all(SUBNET)) {
    const subnet = subnetOf(resource);
    const network = estate.parentOf(resource);
    if (!network) {
      yield notModelled(resource, `the virtual network of ${subnet.name} is not in the estate`);
      continue;
    }
    const key = keyOf(resource.id);
    const found = routeTableOf(subnet, estate);
    const table = tableOf(subnet, key, network, found, estate);
    yield nodeOf(subnet, key, table.id, network, estate);
    yield table;
    yield* gapsOf(subnet, `${network.name}/${subnet.name}`, found, estate);
  }
}

/** What a route to an appliance meets where no interface is known at its address. */
const nobodyKnown: Forwarding = {
  does: "unknown",
  because: "the estate holds nothing at this address",
};
const nobodyThere: Forwarding = { does: "no", because: "nothing stands at this address" };

function forwardingOf(subnetId: string, estate: EstateIndex): Forwarding {
  const someIsComplete = estate.estate.coverage.complete.length > 0;
  return someIsComplete && estate.isComplete(subnetId) ? nobodyThere : nobodyKnown;
}

function nodeOf(
  subnet: Subnet,
  key: ResourceId,
  table: TableId,
  network: Resource,
  estate: EstateIndex,
): Node {
  const { resource, name, addressPrefixes } = subnet;
  return {
    part: "node",
    id: key,
    name,
    role: "subnet",
    ...placementOf(network, estate),
    prefixes: addressPrefixes.filter(isValid).map(({ prefix }) => prefix),
    table,
    ...filtersOf(resource, estate),
    forwarding: forwardingOf(resource.id, estate),
    ...egressOfSubnet(subnet),
    origin: resource.origin,
  };
}

function tableOf(
  subnet: Subnet,
  key: ResourceId,
  network: Resource,
  found: SubnetRouteTable,
  estate: EstateIndex,
): Table {
  const { resource, name } = subnet;
  return {
    part: "table",
    id: tableIdOf(key),
    name: `${network.name}/${name}`,
    layers: layersWithTable(subnet, found, estate, { learned: true }),
    origin: resource.origin,
  };
}

function* gapsOf(subnet: Subnet, name: string, found: SubnetRouteTable, estate: EstateIndex): Iterable<Gap> {
  const { resource, addressPrefixes } = subnet;
  if (!addressPrefixes.some(isValid)) {
    const unknown = unknownAt(resource, "addressPrefixes") ?? unknownAt(resource, "addressPrefix");
    yield notModelled(resource, `the range of ${name} is not known: ${unknown?.because ?? "nobody says it"}`);
  }

  yield* serviceEndpointGaps(subnet, estate);
  if (found.kind === "unknown") yield notModelled(resource, unknownTable(subnet, name));
  if (found.kind === "table" && found.table.disableBgpRoutePropagation === undefined) {
    const because = `nobody says whether ${found.table.name} keeps gateway routes away from ${name}; it is taken not to`;
    yield assumed(resource, because);
  }
}

function unknownTable({ resource }: Subnet, name: string): string {
  const reference = referenceOf(resource, "routeTable");
  if (reference === undefined) return `nobody says whether ${name} has a route table`;

  return isUnknown(reference)
    ? `the route table of ${name} is not known: ${reference.because}`
    : `the routes of ${name} are in ${reference.id}, which the estate does not hold`;
}
