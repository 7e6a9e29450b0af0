import { isValid } from "../model/address-range.ts";
import type { EstateIndex } from "../model/estate-index.ts";
import { keyOf } from "../model/resource-id.ts";
import type { Layer, Table } from "../model/topology.ts";
import { subnetOf } from "../model/virtual-network.ts";
import { defaultLayer } from "./layer.ts";
import { type PlacedInterface, placedInterfaces } from "./network-interface-places.ts";
import { layersOfSubnet } from "./subnet-table.ts";
import { subnetTableId } from "./table-id.ts";
import { machineOf } from "./virtual-machines.ts";

/**
 * A machine with several interfaces sends what it forwards out of its primary one, but what is in the subnet of
 * another out of that. `behind` is what the appliance alone leads to. `undefined` where its own subnet's table says all.
 */
export function forwardingTable(
  placed: PlacedInterface,
  behind: Layer | undefined,
  estate: EstateIndex,
): Table | undefined {
  const primaryKey = machineOf(placed.key, estate)?.primary;
  const primary = (primaryKey === undefined ? undefined : placedInterfaces(estate).get(primaryKey)) ?? placed;
  const isElsewhere = keyOf(primary.subnetId) !== keyOf(placed.subnetId);
  const subnet = estate.find(primary.subnetId);
  if (!subnet || (!isElsewhere && !behind)) return undefined;

  const { resource, name } = placed.view;
  return {
    part: "table",
    id: `${placed.key}/routes`,
    name,
    layers: [
      ...layersOfSubnet(subnetOf(subnet), estate, { learned: true }),
      ...(isElsewhere ? ownSubnetLayer(placed, estate) : []),
      ...(behind ? [behind] : []),
    ],
    origin: resource.origin,
  };
}

function ownSubnetLayer({ key, subnetId, view }: PlacedInterface, estate: EstateIndex): readonly Layer[] {
  const resource = estate.find(subnetId);
  if (!resource) return [];

  const rows = subnetOf(resource)
    .addressPrefixes.filter(isValid)
    .map(({ prefix }) => ({
      prefix,
      nextHop: { to: "table", table: subnetTableId(subnetId) } as const,
      nextHopType: "VnetLocal",
      nextHopIpAddresses: [],
      needs: [],
      origin: view.resource.origin,
    }));
  return [defaultLayer(`${key}/connectedroutes`, rows, { shields: false, final: true })];
}
