/** What lies between two nodes: who stands where, and what a link and its ends do to a packet. */
import { type Address, containsAddress, firstAddress, translate } from "../../../src/ip/index.ts";
import type { Link, LinkEnd, Node } from "../../../src/model/topology.ts";
import { owns } from "./filters.ts";
import { type End, end, type Going, nodeOf, type Question, unsaidOf } from "./going.ts";
import { up, type World } from "./up.ts";

export function membersFor(network: string, address: Address, question: World): readonly Node[] {
  const all = [...question.topology.nodes.values()].filter(
    (node) => (node.within === network || node.id === network) && owns(node, address),
  );
  const lengthOf = (node: Node) =>
    Math.max(...node.prefixes.filter((p) => containsAddress(p, address)).map((p) => p.length));
  const members = all.filter(({ within }) => within === network);
  const inside = members.length > 0 ? members : all.filter((node) => node.table !== undefined);
  const longest = Math.max(...inside.map(lengthOf));
  return inside.filter((node) => lengthOf(node) === longest);
}

export function addressHere(node: Node, address: Address): boolean {
  return node.prefixes.some((prefix) => containsAddress(prefix, address) && prefix.length >= 32);
}

export function linkTo(from: Node, to: Node, question: Question): Link | undefined {
  const here = networkOf(from);
  const there = networkOf(to);
  if (there === here) return undefined;
  return [...question.topology.links.values()].find(
    ({ ends }) => ends.some(({ node }) => node === here) && ends.some(({ node }) => node === there),
  );
}

function networkOf(node: Node): string {
  return node.within ?? node.id;
}

/** To an edge, which stands in no network: as over the link of any gateway instance here or in a network beside. */
export function linkToEdge(from: Node, edge: Node, question: Question): Link | undefined {
  const { nodes, links } = question.topology;
  const here = networkOf(from);
  const beside = (network: string) =>
    network === here ||
    [...links.values()].some(
      ({ ends }) => ends.some((e) => e.node === network) && ends.some((e) => e.node === here),
    );
  const all = [...links.values()].filter((link) => {
    const other = nodes.get(link.ends.find(({ node }) => node !== edge.id)?.node ?? "");
    return link.ends.some(({ node }) => node === edge.id) && other !== undefined && beside(networkOf(other));
  });
  return all.find(({ id }) => up(id, question)) ?? all[0];
}

/** The end where the node is, and the other. */
export function nearEnd({ ends }: Link, node: Node, to?: Node): LinkEnd {
  if (to && to.within === undefined) return ends.find((e) => e.node !== to.id) ?? ends[0];
  return ends.find((e) => e.node === node.id) ?? ends.find((e) => e.node === networkOf(node)) ?? ends[0];
}

export function farEnd(link: Link, node: Node, to?: Node): LinkEnd {
  const near = nearEnd(link, node, to);
  return link.ends.find((e) => e !== near) ?? link.ends[1];
}

/** What the link and both ends do to a packet, or why it does not get over. */
export function leave(link: Link, node: Node, going: Going, question: Question, to?: Node): Going | End {
  const near = nearEnd(link, node, to);
  const far = farEnd(link, node, to);
  const dropped = (because: string) => end(going, node.id, "dropped", because);
  const unsaid = unsaidOf(link.id, going, question);
  if (unsaid) return unsaid;
  if (!up(link.id, question)) return dropped(`${link.id} is down`);
  if (link.brokenBecause !== undefined) return dropped(link.brokenBecause);
  if (!near.sends) return dropped(`${near.node} does not send`);
  if (near.sendsFrom && !near.sendsFrom.some((p) => containsAddress(p, going.source)))
    return dropped("the subnet does not take part");
  const asOwn = node.forwarding.does === "yes" && node.forwarding.asOwn;
  if (!far.acceptsForwarded && !asOwn && !owns(nodeOf(near.node, question), going.source))
    return dropped(`${far.node} takes nothing that others forward`);
  return translated(link, near, far, node, going, question);
}

function translated(
  link: Link,
  near: LinkEnd,
  far: LinkEnd,
  node: Node,
  going: Going,
  question: Question,
): Going | End {
  let { source, destination, replaced } = going;
  for (const { internal, external, dynamic } of near.translations ?? []) {
    if (!containsAddress(internal, source)) continue;
    const shown = dynamic ? firstAddress(external) : translate(source, internal, external);
    if (!shown) continue;
    if (dynamic) replaced = [...replaced, { by: `${link.id} ${near.node}`, shown, was: source }];
    source = shown;
    break;
  }
  for (const { internal, external, dynamic } of far.translations ?? []) {
    if (!containsAddress(external, destination)) continue;
    const known = question.first?.replaced.find(({ by }) => by === `${link.id} ${far.node}`);
    const meant = dynamic ? known?.was : translate(destination, external, internal);
    if (!meant) return end(going, node.id, "dropped", "nobody asked for this");
    destination = meant;
    break;
  }
  return { ...going, source, destination, replaced };
}

/** A network of which nothing else is known. */
export function isEmpty(network: string, { topology }: Question): boolean {
  const inside = [...topology.nodes.values()].some(({ within }) => within === network);
  return !inside && nodeOf(network, { topology, down: new Set() }).table === undefined;
}

export function linkOf(id: string, { topology }: Question): Link {
  const link = topology.links.get(id);
  if (!link) throw new Error(`There is no link ${id}.`);
  return link;
}
