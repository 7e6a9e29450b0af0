import { containsAddress } from "../../ip/index.ts";
import { heed, isEnd } from "./gaps.ts";
import { type End, endsAt, type Journey, moveTo, type Step } from "./journey.ts";
import { passFilters } from "./pass-filters.ts";
import { backendsOf, choose, isEndOf, receive } from "./receive.ts";
import { sendOn } from "./send-on.ts";
import { networkSegment } from "./to-network.ts";
import { type Errand, nameOf, networkOf, whyDown } from "./world.ts";

type AtNode = Extract<Step, { readonly at: "node" }>;

/** It has the address itself, hands the flow to one behind it, or sends it on. */
export function stepAtNode(step: AtNode, errand: Errand): readonly Step[] {
  const { node, over } = step;
  const moved = moveTo(step.journey, node, over);
  const down = whyDown(node, errand.world);
  if (down !== undefined) return [endsAt(moved, "dropped", down)];
  if (isOwn(moved)) return receive(moved, errand);

  const heeded = heed(moved, node, errand.world);
  const inside = isEnd(heeded) ? heeded : passFilters(heeded, "inbound", errand);
  if (isEnd(inside)) return [inside];
  return node.balances
    ? handOn(inside, errand)
    : [lookUp(step, sendsIt(step) ? sendOn(inside, errand) : inside, errand)];
}

/** An address of its own, not one of a range that it stands for. */
function isOwn({ node, packet }: Journey): boolean {
  return node.prefixes.some(
    (prefix) =>
      prefix.length === (prefix.family === 4 ? 32 : 128) && containsAddress(prefix, packet.destination),
  );
}

function handOn(journey: Journey, errand: Errand): readonly Step[] {
  const backends = backendsOf(journey, errand);
  if (isEndOf(backends)) return [backends];

  return backends.map((node) => ({
    at: "node",
    node,
    over: networkSegment(networkOf(node, errand.world)),
    sendsOn: "yes",
    journey: choose(journey, node),
  }));
}

function sendsIt({ sendsOn }: AtNode): boolean {
  return sendsOn === "yes";
}

function lookUp(
  { node, table = node.table, sendsOn }: AtNode,
  journey: Journey | End,
  { world }: Errand,
): Step {
  if (isEnd(journey)) return journey;
  if (table === undefined) return endsAt(journey, "noRoute", `${nameOf(node, world)} has no routes.`);

  return { at: "table", table, sendsOn: sendsOn === "yes" ? "no" : sendsOn, journey };
}
