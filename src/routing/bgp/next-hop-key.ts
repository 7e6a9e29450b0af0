import { formatAddress } from "../../ip/index.ts";
import type { NextHop } from "../../model/topology.ts";

/** Equal for next hops that lead to the same. */
export function nextHopKey(nextHop: NextHop): string {
  switch (nextHop.to) {
    case "members":
      return `members ${nextHop.network}`;
    case "link":
      return `link ${nextHop.link}`;
    case "addresses":
      return `addresses ${nextHop.addresses.map(formatAddress).join(" ")}`;
    case "nodes":
      return `nodes ${nextHop.nodes.join(" ")}`;
    case "table":
      return `table ${nextHop.table}`;
    case "service":
      return `service ${nextHop.name}`;
    case "internet":
    case "none":
      return nextHop.to;
  }
}
