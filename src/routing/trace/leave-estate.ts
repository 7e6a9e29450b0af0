import { formatAddress } from "../../ip/index.ts";
import type { Segment } from "../../model/trace.ts";
import { type End, endsAt, type Journey } from "./journey.ts";
import { nameOfMeant } from "./why-nowhere.ts";
import { type Errand, isPrivate, nameOf } from "./world.ts";

export function toInternet(journey: Journey, errand: Errand): End {
  const { node, packet } = journey;
  const destination = formatAddress(packet.destination);
  if (isPrivate(packet.destination)) {
    const because = `${nameOf(node, errand.world)} has no route to ${nameOfMeant(journey, errand)}: ${destination} is private, and nobody on the internet has it.`;
    return endsAt(journey, "dropped", because);
  }
  if (!node.egress) {
    return endsAt(
      journey,
      "dropped",
      `${nameOf(node, errand.world)} has no public address to leave for the internet with.`,
    );
  }
  const over: Segment = { medium: "internet", name: node.egress.by, crossesInternet: true };
  return leaves(journey, over, `${destination} on the internet`, errand);
}

export function toService(journey: Journey, name: string, errand: Errand): End {
  return leaves(journey, { medium: "service", name, crossesInternet: false }, name, errand);
}

/** The last hop's segment is the one that leads out. */
function leaves(journey: Journey, leavesBy: Segment, where: string, { to, world }: Errand): End {
  const left = { ...journey, leavesBy };
  if ("internet" in to) return endsAt(left, "delivered", `It reaches ${where} by ${leavesBy.name}.`);

  const meant = world.topology.nodes.get(to.node);
  const name = meant ? nameOf(meant, world) : to.node;
  return endsAt(left, "leavesEstate", `It leaves for ${where}, not for ${name}.`);
}
