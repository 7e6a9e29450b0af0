import { propertyOf, textOf } from "../../model/properties.ts";
import { sameType } from "../../model/resource.ts";
import { keyOf, parentIdOf } from "../../model/resource-id.ts";
import type { WrittenResource } from "./written-resource.ts";

const PEERING = "Microsoft.Network/expressRouteCircuits/peerings";

/** A connection to a circuit needs the circuit's peerings, and its `id` leads only to the circuit. */
export function circuitPeeringsBefore(
  resources: readonly WrittenResource[],
): (resource: WrittenResource) => readonly WrittenResource[] {
  const peerings = new Map<string, WrittenResource[]>();
  for (const written of resources) {
    const circuit = parentIdOf(written.resource.id);
    if (circuit === undefined || !sameType(written.resource.type, PEERING)) continue;
    peerings.set(keyOf(circuit), [...(peerings.get(keyOf(circuit)) ?? []), written]);
  }
  return ({ resource }) => {
    const circuit = textOf(propertyOf(resource, "peer", "id"));
    return circuit === undefined ? [] : (peerings.get(keyOf(circuit)) ?? []);
  };
}
