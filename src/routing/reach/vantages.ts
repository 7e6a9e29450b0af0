import type { Node, NodeId } from "../../model/topology.ts";
import { endHere, networkOf, type World } from "../trace/world.ts";
import { crossAt, hasCrossed } from "./crossings.ts";
import { isOrdinary } from "./named-nodes.ts";
import { isNothing, type NumberOf } from "./path.ts";

/**
 * Nodes of one vantage stand in networks whose links lead to the same by the same rules, as the spokes of a hub do: a
 * route to nodes elsewhere leads from all of them alike. `undefined` where nobody else may be alike.
 */
export type VantageOf = (node: Node) => string | undefined;

/** A network with more is a hub, and has its links for itself. */
const mostLinks = 8;

export function createVantages(
  world: World,
  hops: ReadonlySet<NodeId>,
  named: ReadonlySet<NodeId>,
  numberOf: NumberOf,
): VantageOf {
  const { nodes } = world.topology;
  const known = new Map<NodeId, string | undefined>();
  const hosts = hostsOf();

  /** Networks in which somebody stands that routes or links lead to: from there the way is another. */
  function hostsOf(): ReadonlySet<NodeId> {
    const found = new Set(hops);
    for (const id of named) found.add(nodes.get(id)?.within ?? "");
    return found;
  }

  function describe(node: Node, network: Node): string | undefined {
    const links = world.index.links.get(network.id) ?? [];
    if (links.length > mostLinks || hosts.has(network.id)) return undefined;

    const texts: string[] = [];
    for (const link of links) {
      const here = endHere(link.id, node, world);
      const crossing = here && crossAt(node, link, here, world);
      // What looks at senders on a link is this link's own.
      if (!crossing || !hasCrossed(crossing) || !isNothing(crossing.path)) return undefined;
      const { node: far, arrivalTable } = crossing.arrival;
      texts.push(`${numberOf(far)} ${arrivalTable === undefined ? "" : numberOf(arrivalTable)}`);
    }
    return texts.join(",");
  }

  return (node) => {
    if (!isOrdinary(node, named)) return undefined;

    const network = networkOf(node, world);
    const vantage = known.has(network.id) ? known.get(network.id) : describe(node, network);
    known.set(network.id, vantage);
    return vantage === undefined ? undefined : `${vantage};${node.egress ? "leaves" : ""}`;
  };
}
