import { compareAddresses } from "../../ip/index.ts";
import type { Node } from "../../model/topology.ts";
import { assume, gapsAbout, heed, isEnd } from "./gaps.ts";
import { type End, endsAt, type Journey, moveTo, type Step } from "./journey.ts";
import { passFilters } from "./pass-filters.ts";
import { ownAddress, sendOn } from "./send-on.ts";
import { networkSegment } from "./to-network.ts";
import { type Errand, isPrivate, nameOf, networkOf } from "./world.ts";

/** The packet is at the node that has its destination. */
export function receive(journey: Journey, errand: Errand): readonly Step[] {
  const restored = restoreDestination(journey, errand);
  if (restored) return [passOnwards(restored, errand)];

  const noted = heedAtEnd(journey, journey.packet.source, errand);
  const passed = isEnd(noted) ? noted : passFilters(noted, "inbound", errand);
  if (isEnd(passed)) return [passed];
  return journey.node.balances
    ? balance(passed, errand)
    : [endsAt(passed, "delivered", `It reaches ${nameOf(journey.node, errand.world)}.`)];
}

/**
 * What is left out of a place where a flow begins or ends is which public services it reaches another way; its own
 * addresses and routes are in its table. Towards private addresses the answer stands without it.
 */
export function heedAtEnd(
  journey: Journey,
  far: Journey["packet"]["source"],
  { world }: Errand,
): Journey | End {
  const { node } = journey;
  return isPrivate(far) ? assume(journey, gapsAbout(node, world)) : heed(journey, node, world);
}

/** The answer to a flow that went out under the node's own address. */
function restoreDestination(journey: Journey, { memory }: Errand): Journey | undefined {
  const { node, packet } = journey;
  const rewrite = memory?.rewrites.find(
    ({ by, outside }) => by === node.id && compareAddresses(outside, packet.destination) === 0,
  );
  return rewrite && { ...journey, packet: { ...packet, destination: rewrite.inside } };
}

function passOnwards(journey: Journey, errand: Errand): Step {
  const { node } = journey;
  const sent = sendOn(journey, errand);
  if (isEnd(sent)) return sent;
  if (node.table === undefined)
    return endsAt(sent, "noRoute", `${nameOf(node, errand.world)} has no routes.`);

  return { at: "table", table: node.table, sendsOn: "no", journey: sent };
}

/** The backend gets the packet under its own address, and answers under the load balancer's. */
function balance(journey: Journey, errand: Errand): readonly Step[] {
  const { destination } = journey.packet;
  const backends = backendsOf(journey, errand);
  if (isEndOf(backends)) return [backends];

  return backends.flatMap((backend) => {
    const moved = moveTo(choose(journey, backend), backend, networkSegment(networkOf(backend, errand.world)));
    const own = ownAddress(backend, destination) ?? destination;
    return receive(
      { ...moved, packet: { ...moved.packet, destination: own }, answersAs: moved.answersAs ?? destination },
      errand,
    );
  });
}

export function choose(journey: Journey, backend: Node): Journey {
  return { ...journey, chosen: new Map(journey.chosen).set(journey.node.id, backend.id) };
}

/** The one that has the flow, from the way there or from before; else all that are up. */
export function backendsOf({ node, ...rest }: Journey, { world, memory }: Errand): readonly Node[] | End {
  const kept = rest.chosen.get(node.id) ?? memory?.chosen.get(node.id);
  const working = (node.balances ?? [])
    .flatMap((id) => world.topology.nodes.get(id) ?? [])
    .filter(({ id }) => world.up.isUp(id));
  if (working.length === 0) {
    return endsAt({ node, ...rest }, "dropped", `${nameOf(node, world)} has nobody behind it that is up.`);
  }
  const same = working.filter(({ id }) => id === kept);
  return same.length > 0 ? same : working;
}

export function isEndOf(backends: readonly Node[] | End): backends is End {
  return !Array.isArray(backends);
}
