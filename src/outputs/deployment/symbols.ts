import { spellingOf } from "../../azure/resource-types.ts";
import type { Estate } from "../../model/estate.ts";
import type { ResourceId } from "../../model/resource.ts";
import {
  keyOf,
  parentIdOf,
  parseResourceId,
  type ResourceIdParts,
  resourceTypeOf,
} from "../../model/resource-id.ts";
import type { NamePool } from "./name-pool.ts";
import { camelCase, singularOfType, upperFirst } from "./words.ts";

/** Names for the resources of the estate and for the parents they imply, the same in every file. */
export function symbolsOf(estate: Estate, pool: NamePool): ReadonlyMap<ResourceId, string> {
  const symbols = new Map<ResourceId, string>();
  for (const id of [...estate.resources.values()].flatMap((resource) => withAncestors(resource.id))) {
    const parts = parseResourceId(id);
    if (parts && !symbols.has(keyOf(id))) symbols.set(keyOf(id), pool.take(...candidatesFor(parts)));
  }
  return symbols;
}

function withAncestors(id: string): readonly string[] {
  const parent = parentIdOf(id);
  return parent === undefined ? [id] : [...withAncestors(parent), id];
}

/** The name alone if it can be had, else with the type: `hub`, `hubVirtualNetwork`. */
function candidatesFor(parts: ResourceIdParts): readonly [string, string] {
  const kind = singularOfType(spellingOf(resourceTypeOf(parts)));
  const name = camelCase(parts.names.join("-"));
  const typed = /^[a-z]/.test(name) ? `${name}${upperFirst(kind)}` : `${kind}${upperFirst(name)}`;
  return [/^[a-z]/.test(name) ? name : typed, typed];
}
