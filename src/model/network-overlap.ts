import { intersect, type Prefix } from "../ip/index.ts";
import type { ValidRange } from "./address-range.ts";
import type { VirtualNetworkIntent } from "./intent.ts";

/** A range that two networks share, told from the one that a person can re-address more easily. */
export interface NetworkOverlap {
  readonly shared: Prefix;
  /** The second network, unless it exists already and the first does not. */
  readonly movable: { readonly name: string; readonly range: ValidRange };
  readonly other: { readonly name: string; readonly range: ValidRange };
}

/** The first overlap of the ranges that persons fixed; planned ones never overlap. */
export function findNetworkOverlap(
  a: VirtualNetworkIntent,
  b: VirtualNetworkIntent,
): NetworkOverlap | undefined {
  for (const one of a.addressSpace) {
    for (const two of b.addressSpace) {
      const shared = intersect(one.prefix, two.prefix);
      if (!shared) continue;

      const first = { name: a.name, range: one };
      const second = { name: b.name, range: two };
      const isSecondFixed = b.existing !== undefined && a.existing === undefined;
      return isSecondFixed
        ? { shared, movable: first, other: second }
        : { shared, movable: second, other: first };
    }
  }
  return undefined;
}
