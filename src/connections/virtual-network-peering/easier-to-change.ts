import type { EstateIndex } from "../../model/estate-index.ts";
import { keyOf } from "../../model/resource-id.ts";
import type { VirtualNetwork } from "../../model/virtual-network.ts";
import { peersOf } from "./halves.ts";

/**
 * Of two networks that collide, first the one to change: not one that exists already, else the one with fewer peers
 * (a spoke, not its hub), else the second.
 */
export function easierToChange(
  a: VirtualNetwork,
  b: VirtualNetwork,
  estate: EstateIndex,
): readonly [VirtualNetwork, VirtualNetwork] {
  if (Boolean(a.resource.existing) !== Boolean(b.resource.existing))
    return a.resource.existing ? [b, a] : [a, b];

  const count = (network: VirtualNetwork) => peersOf(keyOf(network.resource.id), estate).size;
  return count(a) < count(b) ? [a, b] : [b, a];
}
