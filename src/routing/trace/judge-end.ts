import { containsAddress, formatAddress } from "../../ip/index.ts";
import type { Node, NodeId } from "../../model/topology.ts";
import { type End, endsAt } from "./journey.ts";
import { type Errand, nameOf } from "./world.ts";

/** Whether what was delivered is where it was meant for, and what of it. */
export function judgeEnd(end: End, errand: Errand): End {
  if (end.outcome !== "delivered") return end;

  const { journey } = end;
  if (!isMeant(end, errand)) {
    const address = formatAddress(journey.packet.destination);
    return endsAt(
      journey,
      "overlap",
      `${address} is also an address of ${nameOf(journey.node, errand.world)}, which gets it.`,
    );
  }
  if (journey.denied.length === 0) return end;

  const rules = journey.denied.map(({ rule, flow }) => `${flow} by ${rule}`).join("; ");
  return endsAt(
    journey,
    "partlyDenied",
    `It reaches ${nameOf(journey.node, errand.world)}, but for what is denied: ${rules}.`,
  );
}

function isMeant({ journey }: End, { to, world }: Errand): boolean {
  if ("internet" in to) return journey.leavesBy !== undefined;

  const asked = world.topology.nodes.get(to.node);
  return (
    journey.chosen.has(to.node) ||
    (asked !== undefined && isPartOf(journey.node, asked, journey.packet.destination))
  );
}

/** One and the same, or one stands in the other: an interface in its subnet, a device at its site. */
function isPartOf(reached: Node, asked: Node, address: End["journey"]["packet"]["destination"]): boolean {
  if (reached.id === asked.id || standsIn(reached, asked.id) || standsIn(asked, reached.id)) return true;

  const beside = reached.within !== undefined && reached.within === asked.within;
  return beside && asked.prefixes.some((prefix) => containsAddress(prefix, address));
}

function standsIn({ within }: Node, network: NodeId): boolean {
  return within === network;
}
