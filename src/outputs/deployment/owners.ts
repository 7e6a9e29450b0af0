import { keyOf, parentIdOf } from "../../model/resource-id.ts";
import type { WrittenResource } from "./written-resource.ts";

/** Finds the written resource that an id names: itself, one of its children, or a part of it such as a frontend. */
export type FindOwner = (id: string) => WrittenResource | undefined;

export function findOwners(resources: readonly WrittenResource[]): FindOwner {
  const owners = new Map(resources.map((resource) => [resource.key, resource]));
  for (const resource of resources)
    for (const child of resource.children) owners.set(keyOf(child.id), resource);

  return (id) => {
    for (let at: string | undefined = id; at !== undefined; at = parentIdOf(at)) {
      const owner = owners.get(keyOf(at));
      if (owner) return owner;
    }
    return undefined;
  };
}
