import { originOf } from "../../model/resource.ts";
import type { Origin } from "../../source/origin.ts";
import type { Peering } from "./peering.ts";

/** Where a half says this property. */
export function placeOf(peering: Peering, ...property: readonly (string | number)[]): Origin {
  return originOf(peering.resource, "properties", ...property);
}

/** Where a half says which network is at the other end. */
export function placeOfRemote(peering: Peering): Origin {
  return placeOf(peering, "remoteVirtualNetwork", "id");
}
