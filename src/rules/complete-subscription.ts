import type { EstateIndex } from "../model/estate-index.ts";
import type { Resource } from "../model/resource.ts";
import { parseResourceId } from "../model/resource-id.ts";

/** Whether nothing of the resource's subscription is missing: a connection may stand in any group of it. */
export function isSubscriptionComplete(resource: Resource, estate: EstateIndex): boolean {
  const parts = parseResourceId(resource.id);
  return parts !== undefined && estate.isComplete(`/subscriptions/${parts.subscription}`);
}
