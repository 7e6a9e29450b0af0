import type { Resource } from "../model/resource.ts";
import { keyOf } from "../model/resource-id.ts";
import type { Gap } from "../model/topology.ts";
import type { Origin } from "../source/origin.ts";

/** What of this resource the prediction leaves out. */
export function notModelled(resource: Resource, because: string, origin: Origin = resource.origin): Gap {
  return { part: "gap", kind: "notModelled", about: [keyOf(resource.id)], because, origin };
}

/** What of this resource the prediction takes for granted. */
export function assumed(resource: Resource, because: string, origin: Origin = resource.origin): Gap {
  return { part: "gap", kind: "assumed", about: [keyOf(resource.id)], because, origin };
}
