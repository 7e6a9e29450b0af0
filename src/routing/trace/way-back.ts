import { type Address, compareAddresses, formatAddress } from "../../ip/index.ts";
import type { Node } from "../../model/topology.ts";
import type { TraceEnd } from "../../model/trace.ts";
import { answersTo, formatParts } from "../flow-parts.ts";
import { beginAt } from "./begin.ts";
import { type End, endsAt, type Journey } from "./journey.ts";
import { arrives } from "./outcome.ts";
import { type Walked, walk } from "./walk.ts";
import { type Errand, nameOf, type World } from "./world.ts";

/** The answer to what arrived: its own lookups, with what the way there left behind. `asked` is whom the flow was sent to. */
export function walkBack(arrived: Journey, to: TraceEnd, asked: Address, world: World, most: number): Walked {
  const { node, packet, answersAs, hops, rewrites, chosen } = arrived;
  const errand: Errand = {
    world,
    to,
    memory: { open: new Set([node.id, ...hops.map((hop) => hop.node)]), rewrites, chosen },
  };
  const answer = { source: answersAs ?? packet.destination, destination: packet.source };
  const { ends, truncated } = walk(beginAt(node, answer, answersTo(arrived.parts), errand), errand, most);

  const known = ends.map((end) => judgeSource(end, asked, world));
  return { ends: known.map((end) => judgeSymmetry(end, arrived.stateful, world)), truncated };
}

/** Nobody takes an answer from an address that he did not ask. */
function judgeSource(end: End, asked: Address, world: World): End {
  const { packet, node } = end.journey;
  if (!arrives(end.outcome) || compareAddresses(packet.source, asked) === 0) return end;
  const [from, meant] = [packet.source, asked].map(formatAddress);
  return endsAt(
    end.journey,
    "dropped",
    `${nameOf(node, world)} gets an answer from ${from} and none from ${meant}, which it asked.`,
  );
}

function judgeSymmetry(end: End, there: readonly string[], world: World): End {
  if (!arrives(end.outcome)) return end;

  const { stateful: back } = end.journey;
  const missed = there.find((id) => !back.includes(id));
  if (missed !== undefined) {
    return endsAt(
      end.journey,
      "asymmetric",
      `The way back misses ${nameOfMachine(missed, world)}, which saw the way there.`,
    );
  }
  const fresh = back.find((id) => !there.includes(id));
  return fresh === undefined
    ? end
    : endsAt(
        end.journey,
        "asymmetric",
        `Only the way back passes ${nameOfMachine(fresh, world)}, which drops what it saw no beginning of.`,
      );
}

/** Of a machine its interface's name: that is what the hops say. */
function nameOfMachine(id: string, world: World): string {
  const { nodes } = world.topology;
  const node = nodes.get(id) ?? [...nodes.values()].find(({ machine }) => machine === id);
  return node ? nameOf(node, world) : id;
}

/** Ways there with one key have the same answers: of where they went only filters that they opened matter. */
export function returnKey(
  { node, packet, parts, answersAs, hops, rewrites, stateful, chosen }: Journey,
  { topology }: World,
): string {
  const filtering = hops.filter((hop) => hasFilters(topology.nodes.get(hop.node)));
  return JSON.stringify([
    node.id,
    formatAddress(packet.source),
    formatAddress(answersAs ?? packet.destination),
    formatParts(parts),
    filtering.map((hop) => hop.node),
    rewrites.map(({ by, inside, outside }) => [by, formatAddress(inside), formatAddress(outside)]),
    stateful,
    [...chosen],
  ]);
}

function hasFilters(node: Node | undefined): boolean {
  return (node?.inbound?.length ?? 0) + (node?.outbound?.length ?? 0) > 0;
}
