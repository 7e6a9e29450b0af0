import type { EstateIndex } from "../model/estate-index.ts";
import { textsOf, valueAt } from "../model/properties.ts";
import type { ResourceId } from "../model/resource.ts";
import { keyOf } from "../model/resource-id.ts";
import type { Value } from "../model/unknown.ts";
import { perEstate } from "./per-estate.ts";

const observations = perEstate(
  ({ estate }) => new Map(estate.observed.map(({ resource, name, value }) => [keyed(resource, name), value])),
);

/** What Azure chose, as somebody has seen it. */
export function observed(resource: ResourceId, name: string, estate: EstateIndex): Value | undefined {
  return observations(estate).get(keyed(resource, name));
}

/** In the order of the instances. */
export function observedTexts(resource: ResourceId, name: string, estate: EstateIndex): readonly string[] {
  return textsOf(observed(resource, name, estate));
}

/** Ids are keys without regard to case. */
export function atId(value: Value | undefined, id: ResourceId): Value | undefined {
  return valueAt(value, [id]);
}

function keyed(resource: string, name: string): string {
  return `${keyOf(resource)} ${name}`;
}
