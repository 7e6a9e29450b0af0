import type { EstateIndex } from "../../model/estate-index.ts";
import { isNotSet } from "./flag.ts";
import { gatewayPresence } from "./gateway-presence.ts";
import type { Half } from "./half.ts";
import { halvesFrom } from "./halves.ts";

/**
 * Whether the owner lets the user have its gateway, the user certainly does not take it, and it certainly has no
 * other: neither its own nor another peer's.
 */
export function leavesTransitUnused(owner: Half, user: Half, estate: EstateIndex): boolean {
  return (
    owner.allowGatewayTransit === true &&
    gatewayPresence(owner.localKey, estate) === "present" &&
    gatewayPresence(user.localKey, estate) === "absent" &&
    halvesFrom(user.localKey, estate).every((half) => isNotSet(half, "useRemoteGateways"))
  );
}
