import type { Json, JsonObject } from "../../src/source/document.ts";

/** What a deployment leaves in Azure. Ids are lower-cased, also where a property refers to one. */
export interface Deployed {
  readonly id: string;
  readonly type: string;
  readonly name: string;
  readonly properties: JsonObject;
  /** Location, tags, sku, …: what stands beside the properties. */
  readonly beside: JsonObject;
  /** Ids that are certain to be there before this one is written. */
  readonly after: ReadonlySet<string>;
}

export interface DeploymentTarget {
  readonly subscription: string;
  readonly resourceGroup: string;
}

/** Parents whose properties hold children that ARM knows as resources of their own. */
const CHILD_LISTS: Readonly<Record<string, string>> = {
  "Microsoft.Network/virtualNetworks": "subnets",
  "Microsoft.Network/routeTables": "routes",
  "Microsoft.Network/networkSecurityGroups": "securityRules",
};

/** A resource as it was sent, children taken out as Azure does. */
export function asDeployed(resource: Deployed): readonly Deployed[] {
  const list = CHILD_LISTS[resource.type];
  const children = list === undefined ? undefined : resource.properties[list];
  if (list === undefined || !Array.isArray(children)) return [withLowerIds(resource)];

  const { [list]: _, ...properties } = resource.properties;
  const own = withLowerIds({ ...resource, properties });
  return [own, ...children.map((child) => asChild(objectOf(child), own, list))];
}

function asChild({ name, properties, ...beside }: JsonObject, parent: Deployed, list: string): Deployed {
  return withLowerIds({
    id: `${parent.id}/${list}/${textOf(name)}`,
    type: `${parent.type}/${list}`,
    name: textOf(name),
    properties: objectOf(properties),
    beside,
    after: new Set([...parent.after, parent.id]),
  });
}

function withLowerIds(resource: Deployed): Deployed {
  const { id, properties, beside, after } = resource;
  return {
    ...resource,
    id: id.toLowerCase(),
    properties: objectOf(lowerIds(properties)),
    beside: objectOf(lowerIds(beside)),
    after: new Set([...after].map((other) => other.toLowerCase())),
  };
}

export function lowerIds(value: Json): Json {
  if (isList(value)) return value.map(lowerIds);
  if (!isObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [
      key,
      key === "id" && typeof inner === "string" && inner.startsWith("/subscriptions/")
        ? inner.toLowerCase()
        : lowerIds(inner),
    ]),
  );
}

export function objectOf(value: Json | undefined): JsonObject {
  if (value === undefined || !isObject(value))
    throw new Error(`An object was expected: ${JSON.stringify(value)}`);
  return value;
}

export function textOf(value: Json | undefined): string {
  if (typeof value !== "string") throw new Error(`A text was expected: ${JSON.stringify(value)}`);
  return value;
}

export function listOf(value: Json | undefined): readonly Json[] {
  if (value === undefined) return [];
  if (!isList(value)) throw new Error(`A list was expected: ${JSON.stringify(value)}`);
  return value;
}

function isObject(value: Json): value is JsonObject {
  return typeof value === "object" && value !== null && !isList(value);
}

function isList(value: Json): value is readonly Json[] {
  return Array.isArray(value);
}
