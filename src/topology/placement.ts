import type { EstateIndex } from "../model/estate-index.ts";
import type { Resource, ResourceId } from "../model/resource.ts";
import { keyOf } from "../model/resource-id.ts";
import type { Gap, Needs, NodeId, TableId } from "../model/topology.ts";
import { virtualNetworkOf } from "../model/virtual-network.ts";
import { notModelled } from "./gap.ts";
import { perEstate } from "./per-estate.ts";
import { tableIdOf } from "./table-id.ts";

/** What everything that stands in a network shares. */
export interface Placement {
  readonly within: NodeId;
  /** The network itself and its region. */
  readonly needs: Needs;
  readonly region?: string;
}

const known = perEstate(() => new Map<Resource, Placement>());

/** Asked of every subnet: so it is kept by the resource itself, which is quicker to find than its id. */
export function placementOf(network: Resource, estate: EstateIndex): Placement {
  const placement = known(estate).get(network) ?? place(keyOf(network.id), virtualNetworkOf(network).region);
  known(estate).set(network, placement);
  return placement;
}

export function placementIn(networkKey: ResourceId, estate: EstateIndex): Placement {
  const network = estate.find(networkKey);
  return network ? placementOf(network, estate) : place(networkKey, undefined);
}

function place(networkKey: ResourceId, region: string | undefined): Placement {
  return {
    within: networkKey,
    needs: [[networkKey], ...regionNeeds(region)],
    ...(region === undefined ? {} : { region }),
  };
}

/** Where something stands that is in a subnet. */
export interface SubnetPlacement extends Placement {
  readonly table: TableId;
}

/** `undefined` where the estate does not hold the subnet and its network. */
export function placementInSubnet(subnetId: string, estate: EstateIndex): SubnetPlacement | undefined {
  const subnet = estate.find(subnetId);
  const network = subnet && estate.parentOf(subnet);
  if (!network) return undefined;

  const placement = placementOf(network, estate);
  const subnetKey = keyOf(subnetId);
  return { ...placement, needs: [...placement.needs, [subnetKey]], table: tableIdOf(subnetKey) };
}

/** What is left out with it. */
export function unplaced({ resource, name }: Named, subnetId: string): Gap {
  return notModelled(resource, `${name} stands in ${subnetId}, which the estate does not hold`);
}

interface Named {
  readonly resource: Resource;
  readonly name: string;
}

export function regionNeeds(region: string | undefined): Needs {
  return region === undefined ? [] : [[`region/${region}`]];
}
