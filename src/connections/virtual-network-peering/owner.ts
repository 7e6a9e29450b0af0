import type { Peering } from "./peering.ts";

/** The id of the network that a half belongs to, cut from its own: even where the estate does not hold that network. */
export function ownerIdOf({ resource }: Peering): string {
  return resource.id.slice(0, resource.id.toLowerCase().lastIndexOf("/virtualnetworkpeerings/"));
}

export function ownerName(peering: Peering): string {
  return ownerIdOf(peering).split("/").at(-1) ?? peering.name;
}
