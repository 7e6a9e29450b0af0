import type { EstateIndex } from "../../model/estate-index.ts";
import { booleanOf, propertyOf } from "../../model/properties.ts";
import type { ResourceId } from "../../model/resource.ts";
import type { Half } from "./half.ts";
import { halfBetween } from "./halves.ts";

/** Whole networks, or only the subnets that the half lists. `undefined` where the estate does not say. */
export type PeeringType = "networks" | "subnets" | undefined;

export function typeOfHalf(half: Half): PeeringType {
  const value = propertyOf(half.resource, "peerCompleteVnets") ?? undefined;
  if (value === undefined) return half.resource.existing ? undefined : "networks";

  const complete = booleanOf(value);
  if (complete === undefined) return undefined;
  return complete ? "networks" : "subnets";
}

/** Whether these two networks are peered as a whole, as far as any half between them says. */
export function arePeeredAsAWhole(a: ResourceId, b: ResourceId, estate: EstateIndex): boolean {
  const types = [halfBetween(a, b, estate), halfBetween(b, a, estate)].map(
    (half) => half && typeOfHalf(half),
  );
  return types.includes("networks") && !types.includes("subnets");
}
