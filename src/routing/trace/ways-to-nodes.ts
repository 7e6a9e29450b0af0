import type { Address } from "../../ip/index.ts";
import type { Link, LinkEnd, Node, NodeId } from "../../model/topology.ts";
import { linkBetween } from "./to-network.ts";
import { networkOf, type World } from "./world.ts";

/** Of those that a route names, all that are up; where none is, the first, so that it is said why. */
export function nodesToTry(ids: readonly NodeId[], { topology, up }: World): readonly Node[] {
  const known = ids.flatMap((id) => topology.nodes.get(id) ?? []);
  const working = known.filter(({ id }) => up.isUp(id));
  return working.length > 0 ? working : known.slice(0, 1);
}

/** Over which link a node hands packets to another, in its own network or in one beside it. */
export function linkToNode(from: Node, to: Node, world: World): Link | undefined {
  const here = networkOf(from, world);
  const there = networkOf(to, world);
  return (
    linkBetween(from.id, to.id, world) ??
    linkBetween(here.id, to.id, world) ??
    linkBetween(here.id, there.id, world)
  );
}

/** The link straight to an edge, past the gateway instances that its links end at: any of those in the network or beside it. */
export function linkToEdge(
  edge: Node,
  network: Node,
  world: World,
): { readonly link: Link; readonly here: LinkEnd } | undefined {
  const links = (world.index.links.get(edge.id) ?? []).filter((link) => endsNear(link, edge, network, world));
  const link = links.find(({ id }) => world.up.isUp(id)) ?? links[0];
  const here = link?.ends.find((end) => end.node !== edge.id);
  return link && here && { link, here };
}

function endsNear(link: Link, edge: Node, network: Node, world: World): boolean {
  return link.ends.some((end) => {
    const gateway = end.node === edge.id ? undefined : world.topology.nodes.get(end.node);
    const standing = gateway && networkOf(gateway, world).id;
    return (
      standing !== undefined &&
      (standing === network.id || linkBetween(standing, network.id, world) !== undefined)
    );
  });
}

/** Whoever in the network has a next hop's address. */
export function holderOf(network: Node, address: Address, { index }: World): Node | undefined {
  return index.membersOf(network.id)?.lookup(address)?.value[0];
}
