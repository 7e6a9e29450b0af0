import { addressFamily, formatPrefix, parseAddress } from "../../ip/index.ts";
import type { Needs, Node, Session, SessionEnd, Table } from "../../model/topology.ts";
import { asPathMask } from "./as-path-mask.ts";
import { type LabDraft, leaveOut, type NamespaceDraft } from "./lab-draft.ts";
import type { Filling, Fillings } from "./lookup-tables.ts";
import { addAddress } from "./member-tables.ts";
import { ownNamespace } from "./members.ts";
import { nodeOf, nodesIn, placeOf } from "./places.ts";
import type { FeedSibling, RouterDraft, RouterTable } from "./router-draft.ts";
import { directRows, learnedLayersOf } from "./table-rows.ts";
import { userAddress } from "./user-tunnels.ts";
import type { Lookup, Ways } from "./ways.ts";
import type { Wires } from "./wires.ts";

const NO_SUCH_MASK =
  "its filter over AS paths is none that is written as one of BIRD's masks, and is not run: everything is learned";

export interface Routers {
  /** Every speaker of the topology with what it says of itself and its sessions. */
  speak(): void;
  /** A table that learns: whoever fills its layers is made to tell this namespace. */
  keep(namespace: NamespaceDraft, node: Node, table: Table, kept: RouterTable): void;
  all(): readonly {
    readonly node: Node;
    readonly router: RouterDraft;
    readonly about: readonly string[];
  }[];
}

export function createRouters(draft: LabDraft, ways: Ways, wires: Wires, fillings: Fillings): Routers {
  const routers = new Map<string, { readonly node: Node; readonly router: RouterDraft }>();
  const fed = new Set<string>();

  function routerOf(namespace: NamespaceDraft, node: Node): RouterDraft {
    const known = routers.get(namespace.id);
    if (known) return known.router;

    const { speaker } = node;
    const made: RouterDraft = {
      namespace,
      id: speaker?.routerId ?? lateRouterId(draft, node),
      control: new Map(),
      own: [],
      sessions: [],
      feedsOut: [],
      feedsIn: [],
      tables: [],
      asn: speaker?.asn,
      refuses: speaker?.refuses ?? [],
      multipath: speaker?.multipath ?? true,
    };
    routers.set(namespace.id, { node, router: made });
    return made;
  }

  function speakerAt(node: Node): RouterDraft | undefined {
    const namespace = node.speaker && ownNamespace(draft, node);
    return namespace && routerOf(namespace, node);
  }

  function lookupAt(namespace: NamespaceDraft, node: Node): Lookup {
    return {
      namespace,
      node,
      direct: tablesAt(draft, node).flatMap((table) => directRows(table, draft.topology)),
    };
  }

  function originate(node: Node, router: RouterDraft): void {
    const groups = new Map<string, RouterDraft["own"][number]>();
    for (const { prefix, tag, weight, via, needs } of node.speaker?.originates ?? []) {
      if (prefix.family !== 4 || !mayBeMet(draft, needs)) continue;

      const key = `${formatPrefix(prefix)} ${tag} ${weight}`;
      const devices = [...(groups.get(key)?.devices ?? []), ...ways(via, lookupAt(router.namespace, node))];
      const stays = devices.length > 0 && (groups.get(key)?.stays ?? needs.length === 0);
      groups.set(key, { prefix: formatPrefix(prefix), tag, weight, devices, stays });
    }
    router.own.push(...groups.values());
  }

  function meet(session: Session): void {
    const [a, b] = session.ends;
    for (const [here, there] of [
      [a, b],
      [b, a],
    ] as const) {
      const [node, far] = [nodeOf(draft, here.node), nodeOf(draft, there.node)];
      const [router, farRouter] = [node && speakerAt(node), far && speakerAt(far)];
      if (!node || !router || !farRouter) continue;

      const localAddress = addressOf(here, router.namespace);
      const farAddress = addressOf(there, farRouter.namespace);
      addAddress(router.namespace, localAddress);
      if (here.learns.onlyAsPath !== undefined && asPathMask(here.learns.onlyAsPath) === undefined)
        leaveOut(draft, session.id, NO_SUCH_MASK);
      if (looksUp(node, here)) reach(router, farAddress, here, lookupAt(router.namespace, node));
      else
        router.control.set(farAddress, [wires.lead(router.namespace, farRouter.namespace, undefined).device]);
      if (there.sends.reflects) reachBeyond(router, there, node);
      router.sessions.push({
        name: `session${router.sessions.length}`,
        session,
        here,
        localAddress,
        farAddress,
        farAsn: here.expectsAsn ?? farRouter.asn ?? 0,
      });
    }
  }

  /** Where that goes which follows a route that the end has learned, as seen from a place. */
  function reach(router: RouterDraft, address: string, { via }: SessionEnd, lookup: Lookup): void {
    if (router.control.has(address)) return;
    router.control.set(address, [...new Set(ways(via, lookup))]);
  }

  /** A reflector's other neighbours are next hops of what it passes on. */
  function reachBeyond(router: RouterDraft, reflector: SessionEnd, node: Node): void {
    for (const [own, other, far] of sessionsOf(draft, reflector.node))
      if (other.node !== node.id) reach(router, addressOf(other, far), own, lookupAt(router.namespace, node));
  }

  function feed(layer: string, filling: Filling, to: RouterDraft, lookup: Lookup): void {
    const from = speakerAt(filling.node);
    const key = `${layer} ${filling.node.id} ${to.namespace.id}`;
    if (!from || fed.has(key)) return;

    fed.add(key);
    const [device] = ways({ to: "nodes", nodes: [filling.node.id] }, lookup);
    if (device === undefined) return;

    // Over the tunnel of users only their own address goes.
    const isUsers = lookup.node.role === "p2sUsers";
    const [pool] = lookup.node.prefixes;
    const address = (isUsers && pool && userAddress(pool)) || to.namespace.address;
    to.control.set(from.namespace.address, [device]);
    from.control.set(address, isUsers ? backTo(filling.node, lookup.node, from) : [backOf(device)]);
    from.feedsOut.push({
      name: `feed${from.feedsOut.length}`,
      program: filling.program,
      siblings: siblingsOf(draft, filling, fillings),
      orders: filling.program.singlePath ? ordersOf(from, filling.node) : new Map(),
      localAddress: from.namespace.address,
      farAddress: address,
    });
    to.feedsIn.push({
      name: `feed${to.feedsIn.length}`,
      layer,
      localAddress: address,
      farAddress: from.namespace.address,
    });
    if (filling.program.nextHop === "self") return;

    for (const [own, other, far] of sessionsOf(draft, filling.node.id))
      if (brings(own, other, filling)) reach(to, addressOf(other, far), own, lookup);
  }

  function ordersOf({ sessions }: RouterDraft, { id }: Node): ReadonlyMap<string, number> {
    const orders = new Map<string, number>();
    for (const { name, session } of sessions) {
      const far = nodeOf(draft, session.ends.find(({ node }) => node !== id)?.node ?? "");
      const [a = 0, b = 0, c = 0, d = 0] = ((far && speakerAt(far)?.id) ?? "").split(".").map(Number);
      orders.set(name, ((a * 256 + b) * 256 + c) * 256 + d);
    }
    return orders;
  }

  function backTo(from: Node, to: Node, { namespace }: RouterDraft): readonly string[] {
    return ways({ to: "nodes", nodes: [to.id] }, lookupAt(namespace, from));
  }

  return {
    speak() {
      for (const node of nodesIn(draft)) {
        const router = speakerAt(node);
        if (router) originate(node, router);
      }
      for (const [, session] of [...draft.topology.sessions].sort(([a], [b]) => (a < b ? -1 : 1)))
        meet(session);
    },
    keep(namespace, node, table, kept) {
      const router = routerOf(namespace, node);
      router.tables.push(kept);
      for (const { layer } of learnedLayersOf(table, new Set(fillings.keys())))
        for (const filling of fillings.get(layer.id) ?? [])
          if (filling.node.id !== namespace.id)
            feed(layer.id, filling, router, { namespace, node, direct: directRows(table, draft.topology) });
    },
    all: () =>
      [...routers.values()].map(({ node, router }) => ({
        node,
        router,
        about: router.sessions.map(({ session }) => session.id),
      })),
  };
}

/** Of a tunnel that nobody ever opens the device is there all the same: what needs it has to be left out. */
function mayBeMet({ topology: { links } }: LabDraft, needs: Needs): boolean {
  return needs.every((group) => group.some((id) => links.get(id)?.brokenBecause === undefined));
}

/** After all that are known, and among themselves by their nodes' ids: whom a tie falls to where nobody knows. */
function lateRouterId({ topology }: LabDraft, { id }: Node): string {
  const place = [...topology.nodes.keys()].filter((other) => other < id).length;
  return `254.0.${place >>> 8}.${place & 255}`;
}

/** What sends no packets by what it hears, such as a Route Server, speaks over a wire of its own. */
function looksUp(node: Node, { via }: SessionEnd): boolean {
  return via.to === "link" || (placeOf(node) === "router" && node.table !== undefined);
}

/** The other end of a wire has its name, but for the last letter. */
function backOf(device: string): string {
  return `${device.slice(0, -1)}${device.endsWith("a") ? "b" : "a"}`;
}

function addressOf({ address }: SessionEnd, namespace: NamespaceDraft): string {
  const parsed = address === undefined ? undefined : parseAddress(address);
  return address !== undefined && parsed && addressFamily(parsed) === 4 ? address : namespace.address;
}

function sessionsOf(
  draft: LabDraft,
  node: string,
): readonly (readonly [own: SessionEnd, other: SessionEnd, far: NamespaceDraft])[] {
  return [...draft.topology.sessions.values()].flatMap(({ ends: [a, b] }) => {
    const [own, other] = a.node === node ? [a, b] : [b, a];
    const far = nodeOf(draft, other.node);
    const namespace = far && ownNamespace(draft, far);
    return own.node === node && namespace ? [[own, other, namespace] as const] : [];
  });
}

/** Where its packets are looked up, and those that arrive over its links: next hops with addresses are found in either. */
function tablesAt({ topology }: LabDraft, { id, table }: Node): readonly Table[] {
  const ends = [...topology.links.values()].flatMap((link) => link.ends.filter(({ node }) => node === id));
  const ids = new Set([table, ...ends.map(({ arrivalTable }) => arrivalTable)]);
  return [...ids].flatMap((one) => topology.tables.get(one ?? "") ?? []);
}

/** Of its number, and filling the same layer. What leads to the way itself, and not to who has it, all may fill. */
function siblingsOf(draft: LabDraft, { node, program }: Filling, fillings: Fillings): readonly FeedSibling[] {
  if (program.nextHop !== "self") return [];
  const others = (fillings.get(program.layer) ?? []).filter((other) => other.node.id !== node.id);
  return others.flatMap((other) => {
    const namespace = ownNamespace(draft, other.node);
    if (!namespace || other.node.speaker?.asn !== node.speaker?.asn) return [];
    const addresses = sessionsOf(draft, other.node.id).map(([own]) => addressOf(own, namespace));
    return [{ addresses: [...new Set([namespace.address, ...addresses])], tags: other.program.tags }];
  });
}

function brings(own: SessionEnd, other: SessionEnd, { program }: Filling): boolean {
  const tags = own.learns.tag === undefined ? other.sends.tags : [own.learns.tag];
  return tags.some((tag) => program.tags.includes(tag));
}
