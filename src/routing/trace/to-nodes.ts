import type { Node, NodeId } from "../../model/topology.ts";
import { type Crossing, crossLink, isCrossing } from "./cross-link.ts";
import { type End, endsAt, type Journey, type Step } from "./journey.ts";
import { crossFrom, networkSegment } from "./to-network.ts";
import { linkToEdge, linkToNode, nodesToTry } from "./ways-to-nodes.ts";
import { type Errand, nameOf, networkOf } from "./world.ts";

/** To each of the nodes that are up. */
export function toNodes(journey: Journey, ids: readonly NodeId[], errand: Errand): readonly Step[] {
  const targets = nodesToTry(ids, errand.world);
  if (targets.length === 0) return [endsAt(journey, "dropped", "The next hop is not there.")];

  return targets.map((node) => toNode(journey, node, errand));
}

function toNode(journey: Journey, node: Node, errand: Errand): Step {
  const { world } = errand;
  const here = networkOf(journey.node, world);
  const link = linkToNode(journey.node, node, world);
  if (link) return over(crossFrom(journey, link, errand), node);
  if (here.id === networkOf(node, world).id)
    return { at: "node", node, over: networkSegment(here), sendsOn: "yes", journey };
  if (node.within !== undefined) {
    return endsAt(
      journey,
      "dropped",
      `The next hop ${nameOf(node, world)} is neither in ${here.name} nor in a network beside it.`,
    );
  }
  return jump(journey, node, here, errand);
}

function over(crossing: Crossing | End, node: Node): Step {
  if (!isCrossing(crossing)) return crossing;

  const { arrival, journey } = crossing;
  const table = arrival.node === node.id ? arrival.arrivalTable : undefined;
  return {
    at: "node",
    node,
    over: crossing.over,
    ...(table === undefined ? {} : { table }),
    sendsOn: "yes",
    journey,
  };
}

/** Straight to an edge. */
function jump(journey: Journey, node: Node, network: Node, errand: Errand): Step {
  const found = linkToEdge(node, network, errand.world);
  if (found) return over(crossLink(journey, found.link, found.here, errand), node);

  const segment = { medium: "circuit", name: "ExpressRoute", crossesInternet: false } as const;
  return { at: "node", node, over: segment, sendsOn: "yes", journey };
}
