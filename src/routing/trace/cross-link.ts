import { containsAddress } from "../../ip/index.ts";
import type { Link, LinkEnd, Node } from "../../model/topology.ts";
import type { Segment } from "../../model/trace.ts";
import { heed, isEnd } from "./gaps.ts";
import { decidedBy, type End, endsAt, type Journey } from "./journey.ts";
import { translateArriving, translateLeaving } from "./translate.ts";
import { type Errand, nameOf, networkOf, type World, whyDown } from "./world.ts";

export interface Crossing {
  readonly journey: Journey;
  readonly arrival: LinkEnd;
  readonly over: Segment;
}

/** Out of the end that is here, over the link and in at the other; or why not. */
export function crossLink(journey: Journey, link: Link, here: LinkEnd, errand: Errand): Crossing | End {
  const { world } = errand;
  const arrival = link.ends[0] === here ? link.ends[1] : link.ends[0];
  const heeded = heed(journey, link, world);
  if (isEnd(heeded)) return heeded;

  const refused = refusal(heeded, link, here, arrival, world);
  if (refused) return endsAt(decidedBy(heeded, refused.decider), "dropped", refused.because);

  const arrived = translateArriving(translateLeaving(heeded, link, here), link, arrival, errand);
  return isEnd(arrived) ? arrived : { journey: arrived, arrival, over: segmentOf(link, world) };
}

export function isCrossing(result: Crossing | End): result is Crossing {
  return !("at" in result);
}

interface Refusal {
  readonly because: string;
  readonly decider: { readonly what: "setting"; readonly says: string; readonly origin: Link["origin"] };
}

function refusal(
  journey: Journey,
  link: Link,
  here: LinkEnd,
  arrival: LinkEnd,
  world: World,
): Refusal | undefined {
  if (link.brokenBecause !== undefined) return refuse(link.brokenBecause, link.origin);

  const down = whyDown(link, world);
  if (down !== undefined) return refuse(down, link.origin);
  if (!here.sends) return refuse(`${nameOfEnd(here, world)} does not send over ${link.name}`, here.origin);
  if (!leavesFromHere(journey, here)) {
    return refuse(`The sender is not among the ranges that ${link.name} takes`, here.origin);
  }
  if (!arrival.acceptsForwarded && isForwarded(journey, here, world)) {
    return refuse(
      `${nameOfEnd(arrival, world)} does not take forwarded traffic over ${link.name}`,
      arrival.origin,
    );
  }
  return undefined;
}

function refuse(says: string, origin: Link["origin"]): Refusal {
  return {
    because: says.endsWith(".") ? says : `${says}.`,
    decider: { what: "setting", says, origin },
  };
}

function nameOfEnd({ node }: LinkEnd, world: World): string {
  const known = world.topology.nodes.get(node);
  return known ? nameOf(known, world) : node;
}

function leavesFromHere({ packet }: Journey, { sendsFrom }: LinkEnd): boolean {
  return sendsFrom?.some((range) => containsAddress(range, packet.source)) ?? true;
}

/** Begun outside the network that it leaves, and not sent by one of those that count as the network itself. */
function isForwarded({ node, packet }: Journey, here: LinkEnd, world: World): boolean {
  if (node.forwarding.does === "yes" && node.forwarding.asOwn) return false;

  const ranges = networkOf(world.topology.nodes.get(here.node) ?? node, world).prefixes;
  return ranges.length > 0 && !ranges.some((range) => containsAddress(range, packet.source));
}

function segmentOf(link: Link, world: World): Segment {
  const roundTripMs = link.roundTripMs ?? betweenRegions(link, world);
  return {
    medium: link.medium,
    name: link.name,
    crossesInternet: link.crossesInternet,
    ...(link.encryptedBy === undefined ? {} : { encryptedBy: link.encryptedBy }),
    ...(link.bandwidthMbps === undefined ? {} : { bandwidthMbps: link.bandwidthMbps }),
    ...(roundTripMs === undefined ? {} : { roundTripMs }),
  };
}

/** The figures between regions are those of the backbone. */
function betweenRegions({ medium, ends }: Link, world: World): number | undefined {
  const [a, b] = ends.map(({ node }) => regionOf(world.topology.nodes.get(node), world));
  return medium === "backbone" && a !== undefined && b !== undefined ? world.latency(a, b) : undefined;
}

function regionOf(node: Node | undefined, world: World): string | undefined {
  return node && (node.region ?? networkOf(node, world).region);
}
