import { formatAddress } from "../../ip/index.ts";
import type { NextHop } from "../../model/topology.ts";

/** Equal for next hops that lead to the same. */
export function nextHopKey(nextHop: NextHop): string {
  if (nextHop.to === "addresses") return `addresses ${nextHop.addresses.map(formatAddress).join(" ")}`;

  // Every other says one thing more at most, and that in text.
  const { to, ...target } = nextHop;
  return [to, ...Object.values(target)].join(" ");
}
