import { type Address, translate } from "../ip/index.ts";
import type { LinkEnd, Node, Topology } from "../model/topology.ts";

/** What a host is called from elsewhere, where a gateway puts another range in place of its own. */
export function addressSeenFrom(
  from: Node | undefined,
  node: Node,
  address: Address,
  topology: Topology,
): Address {
  if (from && networkOf(from) === networkOf(node)) return address;

  for (const [near, far] of linkEnds(topology)) {
    if (networkAt(near, topology) !== networkOf(node)) continue;
    // A site is translated for all; a network only for who is at the far end of that link.
    if (node.role !== "site" && (!from || networkAt(far, topology) !== networkOf(from))) continue;
    for (const { internal, external, dynamic } of near.translations ?? []) {
      const seen = dynamic ? undefined : translate(address, internal, external);
      if (seen) return seen;
    }
  }
  return address;
}

/** Who is called so from elsewhere, and the address that it has itself. */
export function ownersBehindTranslation(
  address: Address,
  topology: Topology,
): readonly { readonly node: Node; readonly own: Address }[] {
  const owners = new Map<string, { node: Node; own: Address }>();
  for (const [near] of linkEnds(topology)) {
    const node = topology.nodes.get(networkAt(near, topology));
    for (const { internal, external, dynamic } of near.translations ?? []) {
      const own = dynamic ? undefined : translate(address, external, internal);
      if (node?.role === "site" && own) owners.set(node.id, { node, own });
    }
  }
  return [...owners.values()];
}

function* linkEnds({ links }: Topology): Iterable<readonly [near: LinkEnd, far: LinkEnd]> {
  for (const { ends } of links.values()) {
    const [a, b] = ends;
    yield [a, b];
    yield [b, a];
  }
}

function networkAt({ node }: LinkEnd, { nodes }: Topology): string {
  return nodes.get(node)?.within ?? node;
}

function networkOf({ id, within }: Node): string {
  return within ?? id;
}
