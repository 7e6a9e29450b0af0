import type { ResourceId } from "../model/resource.ts";
import { keyOf } from "../model/resource-id.ts";
import type { TableId } from "../model/topology.ts";

/** What the packets of a subnet are looked up in. */
export function subnetTableId(subnetId: string): TableId {
  return tableIdOf(keyOf(subnetId));
}

export function tableIdOf(subnetKey: ResourceId): TableId {
  return `${subnetKey}/routes`;
}
