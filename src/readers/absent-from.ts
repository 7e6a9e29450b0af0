import { referredIds } from "../model/referred-ids.ts";
import type { Resource, ResourceId } from "../model/resource.ts";
import { keyOf, parseResourceId } from "../model/resource-id.ts";

/** What Microsoft.Network resources refer to, and nobody has. */
export function absentFrom(resources: ReadonlyMap<ResourceId, Resource>): readonly ResourceId[] {
  const network = [...resources.values()].filter(({ type }) => type.startsWith("Microsoft.Network/"));
  const referred = network.flatMap(referredIds).filter((id) => parseResourceId(id) !== undefined);
  return [...new Set(referred.map(keyOf))].filter((id) => !isHere(id, resources)).sort();
}

/** A part of a resource, like an IP configuration, is here with it. */
export function isHere(id: ResourceId, resources: ReadonlyMap<ResourceId, Resource>): boolean {
  const parent = id.slice(0, id.lastIndexOf("/", id.lastIndexOf("/") - 1));
  return (
    resources.has(id) || (resources.has(parent) && !/\/(subnets|virtualnetworkpeerings)\/[^/]+$/.test(id))
  );
}
