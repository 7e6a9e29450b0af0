import type { Link, Node, NodeId } from "../../model/topology.ts";
import { type Crossing, crossLink, isCrossing } from "./cross-link.ts";
import { type End, endsAt, type Journey, type Step } from "./journey.ts";
import { crossFrom, linkBetween, networkSegment } from "./to-network.ts";
import { type Errand, nameOf, networkOf, type World } from "./world.ts";

/** To each of the nodes that are up. */
export function toNodes(journey: Journey, ids: readonly NodeId[], errand: Errand): readonly Step[] {
  const { topology, up } = errand.world;
  const known = ids.flatMap((id) => topology.nodes.get(id) ?? []);
  const working = known.filter(({ id }) => up.isUp(id));
  const targets = working.length > 0 ? working : known.slice(0, 1);
  if (targets.length === 0) return [endsAt(journey, "dropped", "The next hop is not there.")];

  return targets.map((node) => toNode(journey, node, errand));
}

function toNode(journey: Journey, node: Node, errand: Errand): Step {
  const { world } = errand;
  const here = networkOf(journey.node, world);
  const there = networkOf(node, world);
  const link =
    linkBetween(journey.node.id, node.id, world) ??
    linkBetween(here.id, node.id, world) ??
    linkBetween(here.id, there.id, world);
  if (link) return over(crossFrom(journey, link, errand), node);
  if (here.id === there.id) return { at: "node", node, over: networkSegment(here), sendsOn: "yes", journey };
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

/** Straight to an edge, past the gateway instances that its links end at: any of those in the network or beside it. */
function jump(journey: Journey, node: Node, network: Node, errand: Errand): Step {
  const { world } = errand;
  const links = (world.index.links.get(node.id) ?? []).filter((link) => endsNear(link, node, network, world));
  const link = links.find(({ id }) => world.up.isUp(id)) ?? links[0];
  const here = link?.ends.find((end) => end.node !== node.id);
  if (link && here) return over(crossLink(journey, link, here, errand), node);

  const segment = { medium: "circuit", name: "ExpressRoute", crossesInternet: false } as const;
  return { at: "node", node, over: segment, sendsOn: "yes", journey };
}

function endsNear(link: Link, node: Node, network: Node, world: World): boolean {
  return link.ends.some((end) => {
    const gateway = end.node === node.id ? undefined : world.topology.nodes.get(end.node);
    const standing = gateway && networkOf(gateway, world).id;
    return (
      standing !== undefined &&
      (standing === network.id || linkBetween(standing, network.id, world) !== undefined)
    );
  });
}
