import { ownerName } from "./owner.ts";
import type { Peering } from "./peering.ts";

/** `to-spoke of hub`, as the messages name a half. */
export function title(peering: Peering): string {
  return `${peering.name} of ${ownerName(peering)}`;
}
