import type { Peering } from "./peering.ts";

/** Whether Azure reports that the other half, or its network, was deleted. */
export function isDisconnected({ peeringState }: Peering): boolean {
  return peeringState?.toLowerCase() === "disconnected";
}
