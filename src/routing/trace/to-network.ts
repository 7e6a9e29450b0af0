import type { Link, Node, NodeId } from "../../model/topology.ts";
import type { Segment } from "../../model/trace.ts";
import { type Crossing, crossLink, isCrossing } from "./cross-link.ts";
import { type End, endsAt, type Journey, type Step } from "./journey.ts";
import { type Errand, endHere, nameOf, networkOf, type World } from "./world.ts";

/** Inside one network no figures are published, so such a segment has none. */
export function networkSegment({ name }: Node): Segment {
  return { medium: "network", name, crossesInternet: false };
}

export function toMembers(journey: Journey, networkId: NodeId, errand: Errand): Step {
  const network = errand.world.topology.nodes.get(networkId);
  if (!network) return endsAt(journey, "leavesEstate", `${networkId} is not in the estate.`);

  const link = linkBetween(networkOf(journey.node, errand.world).id, networkId, errand.world);
  if (!link) return { at: "members", network, over: networkSegment(network), journey };

  const crossing = crossFrom(journey, link, errand);
  return isCrossing(crossing)
    ? { at: "members", network, over: crossing.over, journey: crossing.journey }
    : crossing;
}

/** To the end that is not here, where it is looked up or delivered. */
export function overLink(journey: Journey, linkId: string, errand: Errand): Step {
  const { topology } = errand.world;
  const link = topology.links.get(linkId);
  if (!link) return endsAt(journey, "notModelled", `The link ${linkId} is not known.`);

  const crossing = crossFrom(journey, link, errand);
  if (!isCrossing(crossing)) return crossing;

  const { arrival, over } = crossing;
  const node = topology.nodes.get(arrival.node);
  if (!node) return endsAt(crossing.journey, "leavesEstate", `${arrival.node} is not in the estate.`);
  if (arrival.arrivalTable === undefined)
    return { at: "members", network: node, over, journey: crossing.journey };

  return {
    at: "node",
    node,
    over,
    table: arrival.arrivalTable,
    sendsOn: "unlessOwn",
    journey: crossing.journey,
  };
}

export function crossFrom(journey: Journey, link: Link, errand: Errand): Crossing | End {
  const here = endHere(link.id, journey.node, errand.world);
  if (!here)
    return endsAt(
      journey,
      "dropped",
      `${link.name} does not begin at ${nameOf(journey.node, errand.world)}.`,
    );

  return crossLink(journey, link, here, errand);
}

/** One that is up, if there is one. */
export function linkBetween(
  a: NodeId,
  b: NodeId,
  { index, up }: Pick<World, "index" | "up">,
): Link | undefined {
  const links = a === b ? undefined : index.linksBetween.get(a)?.get(b);
  return links?.find(({ id }) => up.isUp(id)) ?? links?.[0];
}
