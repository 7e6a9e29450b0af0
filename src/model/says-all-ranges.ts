import { isValid } from "./address-range.ts";
import type { VirtualNetwork } from "./virtual-network.ts";

/** Whether what is in none of the network's ranges is outside: a range that cannot be read may be the one. */
export function saysAllRanges({ addressSpace, addressSpaceIsKnown }: VirtualNetwork): boolean {
  return addressSpaceIsKnown && addressSpace.length > 0 && addressSpace.every(isValid);
}
