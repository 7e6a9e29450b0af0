import { type Address, containsAddress, formatAddress } from "../../ip/index.ts";
import type { Link, LinkEnd, NextHop, Node, NodeId, TableId } from "../../model/topology.ts";
import { addNft, type LabDraft, leaveOut, type NamespaceDraft, namespaceFor } from "./lab-draft.ts";
import { linkChecks } from "./link-checks.ts";
import { holderOf, hostNamespace } from "./members.ts";
import { lookupPlace, networkOf, nodeOf, nodesIn, placeOf } from "./places.ts";
import type { TunnelDevices } from "./tunnel-devices.ts";
import type { Wires } from "./wires.ts";

/** Where a lookup happens: in a namespace, for a node that is there. */
export interface Lookup {
  readonly namespace: NamespaceDraft;
  readonly node: Node;
  /** The rows of the table that may lead to an appliance. */
  readonly direct: readonly { readonly nextHop: NextHop; readonly contains: (address: Address) => boolean }[];
}

/** The devices of all equal ways; none: what is sent there is lost. */
export type Ways = (nextHop: NextHop, lookup: Lookup) => readonly string[];

export const MEMBERS = "members";

/** What a table of the kernel is for begins with it where it is one of the topology. */
export const TABLE_PURPOSE = "table ";

export function tablePurpose(table: TableId): string {
  return `${TABLE_PURPOSE}${table}`;
}

export function createWays(draft: LabDraft, wires: Wires, tunnels: TunnelDevices): Ways {
  return function ways(nextHop, lookup) {
    switch (nextHop.to) {
      case "members":
        return toMembers(nextHop.network, lookup);
      case "link":
        return overLink(nextHop.link, lookup, undefined);
      case "addresses":
        return nextHop.addresses.flatMap((address) => toAddress(address, lookup));
      case "nodes":
        return nextHop.nodes.flatMap((id) => toNode(id, lookup));
      case "table":
        return toTable(nextHop.table, lookup);
      case "service":
        leaveOut(draft, lookup.node.id, `${nextHop.name} and other public services are not in a lab`);
        return [];
      case "internet":
      case "none":
        return [];
    }
  };

  function toMembers(network: NodeId, { namespace }: Lookup): readonly string[] {
    const node = nodeOf(draft, network);
    const there = node && lookupPlace(draft, node);
    return there ? [wires.lead(namespace, there, MEMBERS).device] : [];
  }

  /** `hostOnly`: among the members there, to this host whatever the destination. */
  function overLink(id: string, lookup: Lookup, arrival: string | undefined): readonly string[] {
    const link = draft.topology.links.get(id);
    const ends = link && endsFrom(link, lookup.node);
    if (!link || !ends) return [];

    const [, there] = ends;
    const tunnel = tunnels.deviceOf(link, lookup.node.id);
    if (tunnel !== undefined) return tunnel;

    const far = nodeOf(draft, there.node);
    const place = far && lookupPlace(draft, far);
    return place ? cross(link, ends, lookup, place, arrival ?? arrivalAt(far, there)) : [];
  }

  function cross(
    link: Link,
    ends: readonly [LinkEnd, LinkEnd],
    { namespace, node }: Lookup,
    place: NamespaceDraft,
    arrival: string | undefined,
  ): readonly string[] {
    const network = networkOf(draft, nodeOf(draft, ends[0].node) ?? node);
    const countsAsOwn = node.forwarding.does === "yes" && node.forwarding.asOwn;
    const lead = wires.lead(namespace, place, arrival, link.id);
    addChecks(place, linkChecks(link, ends, network, countsAsOwn, lead.far));
    return [lead.device];
  }

  function toAddress(address: Address, lookup: Lookup): readonly string[] {
    const row = lookup.direct.find(({ contains }) => contains(address));
    if (!row) {
      leaveOut(draft, lookup.node.id, `nothing beside it has the next hop ${formatAddress(address)}`);
      return [];
    }
    const { nextHop } = row;
    if (nextHop.to === "members") {
      const network = nodeOf(draft, nextHop.network);
      const arrival = network && portal(network, address);
      const there = network && lookupPlace(draft, network);
      return there && arrival !== undefined ? [wires.lead(lookup.namespace, there, arrival).device] : [];
    }
    if (nextHop.to !== "link") return [];

    const link = draft.topology.links.get(nextHop.link);
    const far = nodeOf(draft, (link && endsFrom(link, lookup.node)?.[1].node) ?? "");
    const arrival = far && portal(networkOf(draft, far), address);
    return arrival === undefined ? [] : overLink(nextHop.link, lookup, arrival);
  }

  /** A table with one row: everything to the host that has the address. */
  function portal(network: Node, address: Address): string | undefined {
    const holder = holderOf(draft, network, address);
    const host = holder && hostNamespace(draft, holder);
    return host && `host ${host.id}`;
  }

  function toNode(id: NodeId, lookup: Lookup): readonly string[] {
    const node = nodeOf(draft, id);
    const there = node && lookupPlace(draft, node);
    if (!node || !there || placeOf(node) !== "router") return [];

    const [here, network] = [networkOf(draft, lookup.node), networkOf(draft, node)];
    const link =
      linkBetween(lookup.node.id, id) ?? linkBetween(here.id, id) ?? linkBetween(here.id, network.id);
    const ends = link && endsFrom(link, lookup.node);
    const tunnel = link && tunnels.deviceOf(link, lookup.node.id);
    if (tunnel !== undefined) return tunnel;
    if (link && ends) {
      const arrival = ends[1].node === id ? arrivalAt(node, ends[1]) : arrivalAt(node, {});
      return cross(link, ends, lookup, there, arrival);
    }
    const arrival = node.within === undefined ? edgeArrival(node) : arrivalAt(node, {});
    return [wires.lead(lookup.namespace, there, arrival).device];
  }

  /** Past the gateway that its links end at. */
  function edgeArrival(node: Node): string | undefined {
    const links = [...draft.topology.links.values()];
    const ends = links.flatMap((link) => (link.ends.some((end) => end.node === node.id) ? link.ends : []));
    return arrivalAt(node, ends.find((end) => end.node === node.id) ?? {});
  }

  function linkBetween(a: NodeId, b: NodeId): Link | undefined {
    if (a === b) return undefined;
    return [...draft.topology.links.values()].find(
      ({ ends: [one, two] }) => (one.node === a && two.node === b) || (one.node === b && two.node === a),
    );
  }

  function toTable(table: TableId, { namespace }: Lookup): readonly string[] {
    const owner = nodesIn(draft).find((node) => node.table === table && placeOf(node) === "fabric");
    const there = owner ? namespaceFor(draft, owner.id, owner.name, owner.id) : namespace;
    return [wires.lead(namespace, there, tablePurpose(table)).device];
  }
}

/** From where a lookup happens: the node's own end, or that of its network. */
function endsFrom({ ends }: Link, node: Node): readonly [LinkEnd, LinkEnd] | undefined {
  for (const id of [node.id, node.within]) {
    if (ends[0].node === id) return ends;
    if (ends[1].node === id) return [ends[1], ends[0]];
  }
  return undefined;
}

/** Of a node that looks up by itself, its own table, where the link names none. */
function arrivalAt(node: Node, { arrivalTable }: { readonly arrivalTable?: TableId }): string | undefined {
  if (arrivalTable !== undefined) return tablePurpose(arrivalTable);
  if (placeOf(node) === "fabric") return MEMBERS;
  return node.table === undefined ? undefined : tablePurpose(node.table);
}

function addChecks(namespace: NamespaceDraft, statements: readonly string[]): void {
  if (statements.length > 0) addNft(namespace, "forward", ...statements);
}

export function containsOf(prefix: Parameters<typeof containsAddress>[0]) {
  return (address: Address) => containsAddress(prefix, address);
}
