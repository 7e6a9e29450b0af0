import { inlineChildren } from "../../azure/inline-children.ts";
import type { Estate } from "../../model/estate.ts";
import type { Resource, ResourceId } from "../../model/resource.ts";
import { keyOf, parentIdOf, parseResourceId, type ResourceIdParts } from "../../model/resource-id.ts";
import { apiVersionOf } from "./api-version.ts";
import type { Scope } from "./scope.ts";

/** One entry of a template: a resource, and the children that stand in its properties. */
export interface WrittenResource {
  readonly key: ResourceId;
  readonly resource: Resource;
  readonly parts: ResourceIdParts;
  readonly scope: Scope;
  readonly apiVersion: string;
  readonly children: readonly Resource[];
}

/** What the estate adds to Azure: top-level resources in the order of the estate, then children. */
export function writtenResources(estate: Estate): readonly WrittenResource[] {
  const writable = [...estate.resources.values()].filter(isWritable);
  const childrenByParent = new Map<ResourceId, Resource[]>(writable.map(({ id }) => [keyOf(id), []]));
  const own: Resource[] = [];

  for (const resource of writable) {
    const parent = inlineParentOf(resource);
    const siblings = parent === undefined ? undefined : childrenByParent.get(parent);
    if (siblings) siblings.push(resource);
    else own.push(resource);
  }
  return own
    .flatMap((resource) => writtenResource(resource, childrenByParent.get(keyOf(resource.id)) ?? []))
    .sort((a, b) => a.parts.types.length - b.parts.types.length);
}

function isWritable(resource: Resource): boolean {
  return !resource.existing && apiVersionOf(resource.type) !== undefined;
}

/** The parent whose properties hold resources of this type. */
function inlineParentOf(resource: Resource): ResourceId | undefined {
  const parent = parentIdOf(resource.id);
  return parent !== undefined && inlineChildren.value[resource.type.toLowerCase()]
    ? keyOf(parent)
    : undefined;
}

function writtenResource(resource: Resource, children: readonly Resource[]): readonly WrittenResource[] {
  const parts = parseResourceId(resource.id);
  const apiVersion = apiVersionOf(resource.type);
  if (!parts || apiVersion === undefined) return [];

  const { subscription, resourceGroup } = parts;
  const scope = { subscription, resourceGroup };
  return [{ key: keyOf(resource.id), resource, parts, scope, apiVersion, children }];
}
