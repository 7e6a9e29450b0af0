import { displayName } from "../model/display-name.ts";
import type { EstateIndex } from "../model/estate-index.ts";
import { nameOfId } from "../model/name-of-id.ts";
import { isReference, referenceOf } from "../model/reference.ts";
import type { Finding } from "../model/rule.ts";
import { SUBNET } from "../model/virtual-network.ts";

/** What subnets name and nobody has; only where the estate holds everything that could be meant. */
export function* danglingReferences(estate: EstateIndex, property: string, noun: string): Iterable<Finding> {
  for (const subnet of estate.all(SUBNET)) {
    const reference = referenceOf(subnet, property);
    if (!isReference(reference) || estate.find(reference.id) || !estate.isComplete(reference.id)) continue;
    yield {
      message: `${displayName(subnet)} names the ${noun} ${nameOfId(reference.id)}, which does not exist.`,
      origin: reference.origin,
      hint: `Name a ${noun} that exists, or create ${nameOfId(reference.id)}.`,
    };
  }
}
