import { resourcesPerTemplate } from "../../azure/template-limits.ts";
import type { WrittenResource } from "./written-resource.ts";

/** Below Azure's limit, so that a hand can still add to a template. */
const FULL = Math.floor((resourcesPerTemplate.value * 7) / 8);

/** A part of this size is closed where the depth changes, so that a new network does not move every peering. */
const ENOUGH = Math.floor(FULL / 8);

/** In order of depth, so that each part needs only parts before it; one part where all fit into a template. */
export function splitResources(
  resources: readonly WrittenResource[],
  depthOf: (resource: WrittenResource) => number,
): readonly (readonly WrittenResource[])[] {
  if (resources.length <= FULL) return [resources];

  const parts: WrittenResource[][] = [];
  let part: WrittenResource[] = [];
  let depth = 0;
  for (const resource of [...resources].sort((a, b) => depthOf(a) - depthOf(b))) {
    if (part.length >= FULL || (part.length >= ENOUGH && depthOf(resource) > depth)) part = [];
    if (part.length === 0) parts.push(part);
    part.push(resource);
    depth = depthOf(resource);
  }
  return parts;
}
