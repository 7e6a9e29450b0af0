import { inlineChildren } from "../../azure/inline-children.ts";
import { lockingChildren } from "../../azure/locking-children.ts";
import { keyOf, parentIdOf } from "../../model/resource-id.ts";
import { circuitPeeringsBefore } from "./circuit-order.ts";
import { findOwners } from "./owners.ts";
import { referredIds } from "./referred-ids.ts";
import { transitBefore } from "./transit-order.ts";
import type { WrittenResource } from "./written-resource.ts";

/** What must be there before each resource, never in a circle. The map is in an order in which all can be written. */
export type Dependencies = ReadonlyMap<WrittenResource, readonly WrittenResource[]>;

/**
 * Parents, whatever an `id` names, siblings that lock their parent, and the half of a peering that allows transit. In a circle (exports show references in both
 * directions) the one that closes it is left out: Azure can take no more than that.
 */
export function dependenciesOf(resources: readonly WrittenResource[]): Dependencies {
  const wanted = wantedBy(resources);
  const inProgress = new Set<WrittenResource>();
  const done = new Map<WrittenResource, readonly WrittenResource[]>();

  const visit = (resource: WrittenResource) => {
    inProgress.add(resource);
    const kept = (wanted.get(resource) ?? []).filter((dependency) => {
      if (inProgress.has(dependency)) return false;
      if (!done.has(dependency)) visit(dependency);
      return true;
    });
    inProgress.delete(resource);
    done.set(resource, kept);
  };
  for (const resource of resources) if (!done.has(resource)) visit(resource);
  return done;
}

function wantedBy(
  resources: readonly WrittenResource[],
): ReadonlyMap<WrittenResource, readonly WrittenResource[]> {
  const ownerOf = findOwners(resources);
  const previous = previousSiblings(resources);
  const transitOf = transitBefore(resources);
  const circuitPeeringsOf = circuitPeeringsBefore(resources);
  return new Map(
    resources.map((resource) => {
      const parent = parentIdOf(resource.resource.id);
      const ids = [...(parent === undefined ? [] : [parent]), ...referredIds(resource)];
      const owners = [
        ...ids.map((id) => ownerOf(id)),
        previous.get(resource),
        ...transitOf(resource),
        ...circuitPeeringsOf(resource),
      ].filter((owner) => owner !== undefined);
      return [resource, [...new Set(owners)].filter((owner) => owner !== resource)];
    }),
  );
}

/** The resource of the same type and parent that is written just before, where each write locks the parent. */
function previousSiblings(
  resources: readonly WrittenResource[],
): ReadonlyMap<WrittenResource, WrittenResource> {
  const last = new Map<string, WrittenResource>();
  const previous = new Map<WrittenResource, WrittenResource>();
  for (const written of resources) {
    const { id, type } = written.resource;
    const parent = parentIdOf(id);
    if (parent === undefined || !locksParent(type.toLowerCase())) continue;

    const siblings = `${keyOf(parent)} ${type.toLowerCase()}`;
    const before = last.get(siblings);
    if (before) previous.set(written, before);
    last.set(siblings, written);
  }
  return previous;
}

function locksParent(type: string): boolean {
  return inlineChildren.value[type] !== undefined || lockingChildren.value.includes(type);
}
