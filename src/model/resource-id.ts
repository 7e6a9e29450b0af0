import type { ResourceId } from "./resource.ts";

/** An ARM id, cut into its parts. `types` and `names` run in step: `virtualNetworks`, `subnets` and `hub`, `web`. */
export interface ResourceIdParts {
  readonly subscription: string;
  readonly resourceGroup: string;
  readonly provider: string;
  readonly types: readonly string[];
  readonly names: readonly string[];
}

const SHAPE = /^\/subscriptions\/([^/]+)\/resourceGroups\/([^/]+)\/providers\/([^/]+)\/(.+?)\/?$/i;

/** Reads ids of resources in a resource group; `undefined` for any other text. */
export function parseResourceId(id: string): ResourceIdParts | undefined {
  const match = SHAPE.exec(id);
  if (!match) return undefined;

  const [, subscription = "", resourceGroup = "", provider = "", rest = ""] = match;
  const segments = segmentsOf(rest);
  if (!segments) return undefined;

  return {
    subscription,
    resourceGroup,
    provider,
    types: segments.filter((_, index) => index % 2 === 0),
    names: segments.filter((_, index) => index % 2 === 1),
  };
}

/** Types and names by turns. */
function segmentsOf(rest: string): readonly string[] | undefined {
  const segments = rest.split("/");
  return segments.length % 2 === 0 && !segments.includes("") ? segments : undefined;
}

export function formatResourceId(parts: ResourceIdParts): string {
  const path = parts.types.map((type, index) => `${type}/${parts.names[index] ?? ""}`).join("/");
  return `${scopeId(parts)}/providers/${parts.provider}/${path}`;
}

/** The resource group that holds the resource. */
export function scopeId(parts: Pick<ResourceIdParts, "subscription" | "resourceGroup">): string {
  return `/subscriptions/${parts.subscription}/resourceGroups/${parts.resourceGroup}`;
}

export function resourceTypeOf(parts: ResourceIdParts): string {
  return [parts.provider, ...parts.types].join("/");
}

/** The id of the resource this one is a child of; `undefined` at the top. */
export function parentIdOf(id: string): string | undefined {
  const [, , , , rest = ""] = SHAPE.exec(id) ?? [];
  const segments = segmentsOf(rest);
  if (!segments || segments.length < 4) return undefined;

  return id.slice(0, id.lastIndexOf(`/${segments.slice(-2).join("/")}`));
}

/** ARM compares ids without regard to case. */
export function keyOf(id: string): ResourceId {
  const key = id.toLowerCase();
  return key.endsWith("/") ? key.slice(0, -1) : key;
}
