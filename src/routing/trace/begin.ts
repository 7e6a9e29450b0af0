import { type Address, containsAddress, formatAddress } from "../../ip/index.ts";
import type { Node } from "../../model/topology.ts";
import type { FlowPart } from "../flow-parts.ts";
import { isEnd } from "./gaps.ts";
import { endsAt, type Journey, type Packet, type Step } from "./journey.ts";
import { passFilters } from "./pass-filters.ts";
import { heedAtEnd, receive } from "./receive.ts";
import { type Errand, isPrivate, nameOf, networkOf, type World, whyDown } from "./world.ts";

/** A packet that begins at a node: through its filters, then looked up. */
export function beginAt(node: Node, packet: Packet, parts: readonly FlowPart[], errand: Errand): Step {
  const journey = journeyAt(node, packet, parts);
  const down = whyDown(node, errand.world);
  if (down !== undefined) return endsAt(journey, "dropped", down);

  const passed = passFilters(journey, "outbound", errand);
  const sent = isEnd(passed) ? passed : heedAtEnd(passed, packet.destination, errand);
  if (isEnd(sent)) return sent;
  if (node.table === undefined)
    return endsAt(sent, "noRoute", `${nameOf(node, errand.world)} has no routes.`);

  return { at: "table", table: node.table, sendsOn: "no", journey: sent };
}

/** Only public addresses that are known to be the node's are reached from the internet. */
export function beginOutside(
  source: Address,
  node: Node,
  destination: Address,
  parts: readonly FlowPart[],
  errand: Errand,
): readonly Step[] {
  const journey = journeyAt(node, { source, destination }, parts);
  const text = formatAddress(destination);
  if (isPrivate(destination)) {
    return [endsAt(journey, "dropped", `${text} is private: nothing on the internet leads to it.`)];
  }
  if (!node.prefixes.some((prefix) => containsAddress(prefix, destination))) {
    return [
      endsAt(journey, "notModelled", `Whether ${text} leads to ${nameOf(node, errand.world)} is not known.`),
    ];
  }
  return receive(journey, errand);
}

/** Whoever has the address: of a network its member, of a subnet the interface in it, else the node itself. */
export function senderOf(node: Node, address: Address, world: World): Node {
  const network = node.table === undefined ? node : networkOf(node, world);
  return senderAmong(world.index.membersOf(network.id)?.lookup(address)?.value ?? [], node, address);
}

/** `holders`: those of its network who have the address. */
export function senderAmong(holders: readonly Node[], node: Node, address: Address): Node {
  const hasIt = node.prefixes.some((prefix) => containsAddress(prefix, address));
  return holders.includes(node) || !hasIt ? node : (holders[0] ?? node);
}

const noneChosen: Journey["chosen"] = new Map();

/** A packet that has met nothing yet. */
export function journeyAt(node: Node, packet: Packet, parts: readonly FlowPart[]): Journey {
  return {
    packet,
    parts,
    node,
    denied: [],
    decidedBy: [],
    hops: [],
    seen: undefined,
    assumed: [],
    stateful: [],
    rewrites: [],
    chosen: noneChosen,
    answersAs: undefined,
    leavesBy: undefined,
  };
}
