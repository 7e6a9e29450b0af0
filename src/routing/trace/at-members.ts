import { containsAddress, formatAddress } from "../../ip/index.ts";
import type { Node } from "../../model/topology.ts";
import { endsAt, type Journey, moveTo, type Step } from "./journey.ts";
import { receive } from "./receive.ts";
import { type Errand, networkOf, whyDown } from "./world.ts";

type AtMembers = Extract<Step, { readonly at: "members" }>;

/** The member with the longest match gets it. */
export function stepAtMembers({ network, over, journey }: AtMembers, errand: Errand): readonly Step[] {
  const { world } = errand;
  const member = memberFor(network, journey, errand);
  if (!member) return [nobody(network, reachNetwork(network, over, journey, errand), errand)];

  const there = member.id === journey.node.id ? journey : moveTo(journey, member, over);
  const down = whyDown(member, world);
  return down === undefined ? receive(there, errand) : [endsAt(there, "dropped", down)];
}

/** A network gives no address twice, so equal claims are one thing under two names, such as an endpoint's interface. */
function memberFor(network: Node, { packet }: Journey, { world, to }: Errand): Node | undefined {
  const claims = world.index.membersOf(network.id)?.lookup(packet.destination)?.value ?? [];
  const asked = claims.find((member) => "node" in to && member.id === to.node);
  return asked ?? claims[0] ?? (holdsItself(network, packet) ? network : undefined);
}

/** A place with routes of its own, such as a site, is where its addresses are, whatever stands in it. */
function holdsItself({ table, prefixes }: Node, { destination }: Journey["packet"]): boolean {
  return table !== undefined && prefixes.some((prefix) => containsAddress(prefix, destination));
}

function reachNetwork(network: Node, over: AtMembers["over"], journey: Journey, { world }: Errand): Journey {
  return networkOf(journey.node, world).id === network.id ? journey : moveTo(journey, network, over);
}

function nobody(network: Node, journey: Journey, { world }: Errand): Step {
  const destination = formatAddress(journey.packet.destination);
  if (world.index.membersOf(network.id) === undefined && network.table === undefined) {
    return endsAt(journey, "leavesEstate", `What stands in ${network.name} is not in the estate.`);
  }
  const inRange = network.prefixes.some((prefix) => containsAddress(prefix, journey.packet.destination));
  const because = inRange
    ? `${destination} is in the range of ${network.name}, where nothing has it.`
    : `${destination} is not in the range of ${network.name}.`;
  return endsAt(journey, "noRoute", because);
}
