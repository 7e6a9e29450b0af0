/** BGP by repetition: every session says everything again, until nobody hears anything new. */
import { contains, formatPrefix, type Prefix } from "../../../src/ip/index.ts";
import type { NextHop, Node, Session, SessionEnd, Speaker } from "../../../src/model/topology.ts";
import { met, up, type World } from "./up.ts";

export interface Heard {
  readonly prefix: Prefix;
  readonly asPath: readonly number[];
  readonly weight: number;
  readonly localPreference: number;
  readonly tag: string;
  readonly heardBy: "itself" | "eBgp" | "iBgp";
  readonly session: string;
  readonly neighbor: string;
  readonly routerId: string | undefined;
  readonly via: NextHop;
  readonly shownAs: string | undefined;
}

/** By speaker, then by prefix: the routes that it uses, the first of which it tells. */
export type Used = ReadonlyMap<string, ReadonlyMap<string, readonly Heard[]>>;

const roundsAtMost = 60;

/** `undefined` where they never come to rest. Who speaks first makes no difference, but where several rests are possible. */
export function spread(world: World, lastFirst = false): Used | undefined {
  const heard = new Map<string, readonly Heard[]>();
  const used = new Map<string, ReadonlyMap<string, readonly Heard[]>>();
  const inOrder = [...world.topology.nodes.values()].filter(({ id, speaker }) => speaker && up(id, world));
  const speakers = lastFirst ? inOrder.toReversed() : inOrder;
  const sessions = [...world.topology.sessions.values()].filter(({ id }) => up(id, world));
  let before: string | undefined;
  for (let round = 0; round < roundsAtMost; round += 1) {
    for (const node of speakers) {
      used.set(node.id, chosen(node, sessions, heard, world));
      for (const session of sessions) {
        const [one, other] = session.ends;
        if (one.node === node.id)
          heard.set(`${session.id}>${other.node}`, told(session, one, other, world, used));
        if (other.node === node.id)
          heard.set(`${session.id}>${one.node}`, told(session, other, one, world, used));
      }
    }
    const now = textOf(heard);
    if (now === before) return used;
    before = now;
  }
  return undefined;
}

function textOf(heard: ReadonlyMap<string, readonly Heard[]>): string {
  return JSON.stringify(
    [...heard].map(([key, routes]) => [
      key,
      routes.map((r) => [formatPrefix(r.prefix), r.asPath, r.tag, r.via, r.weight]),
    ]),
    (_, value: unknown) => (typeof value === "bigint" ? String(value) : value),
  );
}

function chosen(
  node: Node,
  sessions: readonly Session[],
  heard: ReadonlyMap<string, readonly Heard[]>,
  world: World,
): ReadonlyMap<string, readonly Heard[]> {
  const byPrefix = new Map<string, readonly Heard[]>();
  const { speaker } = node;
  if (!speaker) return byPrefix;
  const all = [
    ...ownRoutes(node.id, speaker, world),
    ...sessions.flatMap(({ id }) => heard.get(`${id}>${node.id}`) ?? []),
  ];
  for (const { prefix } of all) {
    const text = formatPrefix(prefix);
    if (!byPrefix.has(text))
      byPrefix.set(
        text,
        best(
          all.filter((r) => formatPrefix(r.prefix) === text),
          speaker,
        ),
      );
  }
  return byPrefix;
}

function ownRoutes(node: string, speaker: Speaker, world: World): Heard[] {
  return speaker.originates
    .filter(({ needs }) => met(needs, world))
    .map(({ prefix, weight, tag, via }) => ({
      prefix,
      weight,
      tag,
      via,
      asPath: [],
      localPreference: 100,
      heardBy: "itself",
      session: "",
      neighbor: node,
      routerId: speaker.routerId,
      shownAs: undefined,
    }));
}

function best(routes: readonly Heard[], speaker: Speaker): readonly Heard[] {
  const ordered = [...routes].sort((a, b) => worse(a, b) || lowerId(a, b));
  const [first] = ordered;
  if (!first) return [];
  return speaker.multipath ? ordered.filter((route) => worse(first, route) === 0) : [first];
}

const nearness = { itself: 0, eBgp: 1, iBgp: 2 };

function worse(a: Heard, b: Heard): number {
  return (
    b.weight - a.weight ||
    b.localPreference - a.localPreference ||
    Number(b.heardBy === "itself") - Number(a.heardBy === "itself") ||
    a.asPath.length - b.asPath.length ||
    nearness[a.heardBy] - nearness[b.heardBy]
  );
}

export function lowerId(
  a: { readonly routerId: string | undefined; readonly neighbor: string; readonly session?: string },
  b: { readonly routerId: string | undefined; readonly neighbor: string; readonly session?: string },
): number {
  return (
    numberOfId(a.routerId) - numberOfId(b.routerId) ||
    compare(a.neighbor, b.neighbor) ||
    compare(a.session ?? "", b.session ?? "")
  );
}

function numberOfId(id: string | undefined): number {
  if (id === undefined) return 2 ** 33;
  return id.split(".").reduce((sum, octet) => sum * 256 + Number(octet), 0);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}

/** What the far end has to say, as the near end takes it. */
function told(session: Session, from: SessionEnd, to: SessionEnd, world: World, used: Used): Heard[] {
  const teller = world.topology.nodes.get(from.node)?.speaker;
  const listener = world.topology.nodes.get(to.node)?.speaker;
  if (!teller || !listener) return [];

  const inside = teller.asn === listener.asn;
  const { sends } = from;
  const { learns } = to;
  return [...(used.get(from.node) ?? new Map<string, readonly Heard[]>()).values()].flatMap(([route]) => {
    if (!route || route.session === session.id) return [];
    if (inside && route.heardBy === "iBgp" && !sends.reflects) return [];
    if (!sends.tags.includes(route.tag) || !sends.families.includes(route.prefix.family)) return [];
    if (sends.only && !sends.only.some((only) => formatPrefix(only) === formatPrefix(route.prefix)))
      return [];
    if (sends.exceptDefaultRoute && route.prefix.length === 0) return [];

    const asPath = pathTold(route, teller.asn, listener.asn, sends, inside);
    if (asPath.includes(listener.asn) && !learns.acceptsOwnAsn) return [];
    // Between two of one number nothing is refused: Azure's VPN gateways list their own ranges from the gateway beside.
    if (!inside && listener.refuses.some((refused) => contains(refused, route.prefix))) return [];
    if (learns.onlyAsPath !== undefined && !new RegExp(learns.onlyAsPath).test(asPath.join(" "))) return [];

    const keepsHop = inside && sends.reflects && route.heardBy !== "itself";
    return {
      prefix: route.prefix,
      asPath,
      weight: learns.weight,
      localPreference: learns.localPreference ?? 100,
      tag: learns.tag ?? route.tag,
      heardBy: inside ? ("iBgp" as const) : ("eBgp" as const),
      session: session.id,
      neighbor: from.node,
      routerId: teller.routerId,
      via: keepsHop ? route.via : to.via,
      shownAs: keepsHop ? route.shownAs : to.shownAs,
    };
  });
}

function pathTold(
  route: Heard,
  own: number,
  far: number,
  sends: SessionEnd["sends"],
  inside: boolean,
): readonly number[] {
  const kept = sends.stripsPrivateAsns ? route.asPath.filter((asn) => !isPrivate(asn)) : route.asPath;
  const replaced = sends.replacesFarAsn ? kept.map((asn) => (asn === far ? own : asn)) : kept;
  return inside ? replaced : [...Array<number>(1 + sends.prepend).fill(own), ...replaced];
}

/** RFC 6996, and Azure's own numbers that never leave it. */
function isPrivate(asn: number): boolean {
  return (asn >= 64512 && asn <= 65534) || (asn >= 4200000000 && asn <= 4294967294);
}
