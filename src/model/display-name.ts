import type { Resource } from "./resource.ts";
import { parseResourceId } from "./resource-id.ts";

/** `hub` for a network and `hub/web` for its subnet: the names alone, outermost first. */
export function displayName(resource: Resource): string {
  return parseResourceId(resource.id)?.names.join("/") ?? resource.name;
}
