import { hostPrefix } from "../ip/index.ts";
import type { EstateIndex } from "../model/estate-index.ts";
import { allNetworkInterfaces } from "../model/network-interface.ts";
import { keyOf } from "../model/resource-id.ts";
import type { Layer, Node, Table, TopologyPart } from "../model/topology.ts";
import type { TopologyReader } from "../model/topology-reader.ts";
import { forwardingOf } from "./appliances.ts";
import { behindAppliance } from "./behind-appliance.ts";
import { isDeviceAppliance } from "./device-appliances.ts";
import { filtersOf } from "./filters-of.ts";
import { forwardingTable } from "./forwarding-table.ts";
import { notModelled } from "./gap.ts";
import { egressOfInterface } from "./interface-egress.ts";
import { type PlacedInterface, placedInterfaces } from "./network-interface-places.ts";
import { placementInSubnet, type SubnetPlacement, unplaced } from "./placement.ts";
import { endpointInterfaces } from "./private-endpoint.ts";
import { machineOf } from "./virtual-machines.ts";

export const networkInterfaces: TopologyReader = { reads: "Microsoft.Network/networkInterfaces", read };

function* read(estate: EstateIndex): Iterable<TopologyPart> {
  for (const { resource, name } of allNetworkInterfaces(estate)) {
    if (isDeviceAppliance(resource, estate)) continue;

    const placed = placedInterfaces(estate).get(keyOf(resource.id));
    if (!placed) yield notModelled(resource, `nobody says in which subnet ${name} stands`);
    else if (!endpointInterfaces(estate).has(placed.key)) yield* partsOf(placed, estate);
  }
}

function* partsOf(placed: PlacedInterface, estate: EstateIndex): Iterable<TopologyPart> {
  const { view, subnetId, addresses } = placed;
  const place = placementInSubnet(subnetId, estate);
  if (!place) {
    yield unplaced(view, subnetId);
    return;
  }
  const behind = behindAppliance(placed, estate);
  const table = tableOf(placed, behind?.layer, estate);
  yield nodeOf(placed, table ? { ...place, table: table.id } : place, estate);
  if (table) yield table;
  if (behind) yield behind.node;
  if (addresses.length === 0) {
    yield notModelled(view.resource, `the private address of ${view.name} is not known: nothing leads to it`);
  }
}

function nodeOf(placed: PlacedInterface, place: SubnetPlacement, estate: EstateIndex): Node {
  const { view, key, addresses } = placed;
  const machine = machineOf(key, estate);
  return {
    part: "node",
    id: key,
    name: view.name,
    role: "networkInterface",
    ...place,
    prefixes: addresses.map(hostPrefix),
    ...filtersOf(view.resource, estate),
    forwarding: forwardingOf(key, view.enableIPForwarding, estate),
    ...egressOfInterface(placed, estate),
    ...(machine ? { machine: machine.key } : {}),
    needs: machine ? [...place.needs, [machine.key]] : place.needs,
    origin: view.resource.origin,
  };
}

/** Only what forwards looks elsewhere than its own subnet does. */
function tableOf(placed: PlacedInterface, behind: Layer | undefined, estate: EstateIndex): Table | undefined {
  return placed.view.enableIPForwarding ? forwardingTable(placed, behind, estate) : undefined;
}
