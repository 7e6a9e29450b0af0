/**
 * BGP as it is told to beginners: every speaker in turn, by id, looks at all it was told, chooses, and tells everyone;
 * again and again until a whole round brings no news. One prefix at a time, nothing remembered between them, and no
 * code shared with `src/routing` but the words of the topology.
 */
import { contains, equals, formatPrefix, type Prefix } from "../../src/ip/index.ts";
import type { Situation } from "../../src/model/situation.ts";
import type { Needs, NextHop, Session, SessionEnd, Speaker, Topology } from "../../src/model/topology.ts";

export interface SlowRoute {
  readonly asPath: readonly number[];
  readonly weight: number;
  readonly localPreference: number;
  readonly tag: string;
  readonly session: Session | undefined;
  readonly neighbor: string | undefined;
  readonly isInternal: boolean;
  readonly nextHopAddress: string | undefined;
  readonly via: NextHop;
  /** Among the speaker's own. */
  readonly order: number;
}

export interface SlowAnswer {
  /** `<speaker> <prefix>`: its routes, the best first, with how many are in use. */
  readonly routes: ReadonlyMap<string, { readonly all: readonly SlowRoute[]; readonly inUse: number }>;
  readonly idle: ReadonlySet<string>;
  readonly unsettled: ReadonlySet<string>;
}

const MOST_ROUNDS = 400;

/** `turns` says who speaks first, second and so on; by id where it is absent. */
export function solveSlowly(topology: Topology, situation: Situation, turns = byId): SlowAnswer {
  const down = new Set(situation.down);
  for (;;) {
    const answer = solveWithout(topology, down, turns);
    const over = Array.from(topology.sessions.values()).filter(
      (session) => !down.has(session.id) && session.ends.some((end) => isOver(answer, session, end)),
    );
    if (over.length === 0) return answer;

    for (const { id } of over) down.add(id);
  }
}

function isOver(answer: SlowAnswer, session: Session, { node, learns }: SessionEnd): boolean {
  let count = 0;
  for (const [key, { all }] of answer.routes)
    if (key.startsWith(`${node} `) && !answer.unsettled.has(key.slice(node.length + 1)))
      count += all.filter((route) => route.session === session).length;
  return learns.limit !== undefined && count > learns.limit.routes;
}

function byId(ids: readonly string[]): readonly string[] {
  return ids.toSorted();
}

function solveWithout(topology: Topology, down: ReadonlySet<string>, turns: typeof byId): SlowAnswer {
  const isUp = (id: string): boolean => {
    if (down.has(id)) return false;
    const joined = topology.links.get(id) ?? topology.sessions.get(id);
    return (
      meets(joined?.needs ?? topology.nodes.get(id)?.needs ?? []) &&
      (joined?.ends ?? []).every(({ node }) => isUp(node))
    );
  };
  const meets = (needs: Needs): boolean => needs.every((group) => group.some(isUp));

  const speakers = turns(
    Array.from(topology.nodes.values())
      .filter(({ id, speaker }) => speaker !== undefined && isUp(id))
      .map(({ id }) => id),
  );
  const sessions = Array.from(topology.sessions.values())
    .filter(({ id }) => isUp(id))
    .sort((a, b) => (a.id < b.id ? -1 : 1));
  const speakerOf = (id: string): Speaker => {
    const speaker = topology.nodes.get(id)?.speaker;
    if (speaker === undefined) throw new Error(`${id} is no speaker.`);
    return speaker;
  };

  const prefixes = new Map<string, Prefix>();
  for (const id of speakers)
    for (const { prefix } of speakerOf(id).originates) prefixes.set(formatPrefix(prefix), prefix);

  const routes = new Map<string, { all: readonly SlowRoute[]; inUse: number }>();
  const unsettled = new Set<string>();
  for (const [text, prefix] of prefixes) {
    /** `<hearer> <session>`: what it was told there. */
    const told = new Map<string, SlowRoute>();
    const choose = (id: string): readonly SlowRoute[] => {
      const own = speakerOf(id)
        .originates.filter((origination) => equals(origination.prefix, prefix) && meets(origination.needs))
        .map(
          ({ tag, weight, via }): SlowRoute => ({
            asPath: [],
            weight,
            localPreference: 100,
            tag,
            session: undefined,
            neighbor: undefined,
            isInternal: false,
            nextHopAddress: undefined,
            via,
            order: 0,
          }),
        )
        // Equal ones in the order of tags, then as written.
        .sort((a, b) => (a.tag < b.tag ? -1 : Number(a.tag > b.tag)))
        .map((route, order) => ({ ...route, order }));
      const heard = sessions.flatMap((session) => told.get(`${id} ${session.id}`) ?? []);
      return [...own, ...heard].sort((a, b) => better(a, b, speakerOf) || a.order - b.order);
    };

    const seen = new Set<string>();
    for (let round = 0; ; round++) {
      let news = false;
      for (const id of speakers) {
        const [best] = choose(id);
        for (const session of sessions)
          session.ends.forEach((end, side) => {
            const far = session.ends[1 - side];
            if (end.node !== id || far === undefined) return;

            const key = `${far.node} ${session.id}`;
            const fresh = best && arrive(best, prefix, session, end, far, speakerOf(id), speakerOf(far.node));
            if (show(fresh) === show(told.get(key))) return;

            news = true;
            if (fresh === undefined) told.delete(key);
            else told.set(key, fresh);
          });
      }
      if (!news) break;

      const state = Array.from(told, ([key, route]) => `${key} ${show(route)}`)
        .toSorted()
        .join("\n");
      if (seen.has(state) || round > MOST_ROUNDS) {
        unsettled.add(text);
        break;
      }
      seen.add(state);
    }

    for (const id of speakers) {
      const all = choose(id);
      const [best] = all;
      if (best === undefined) continue;

      const equal = all.filter((route) => sameWorth(route, best)).length;
      const inUse = unsettled.has(text) ? 0 : speakerOf(id).multipath ? equal : 1;
      routes.set(`${id} ${text}`, { all, inUse });
    }
  }

  const idle = new Set(Array.from(topology.sessions.keys()).filter((id) => !isUp(id)));
  return { routes, idle, unsettled };
}

function arrive(
  route: SlowRoute,
  prefix: Prefix,
  session: Session,
  { address, sends }: SessionEnd,
  { learns, via }: SessionEnd,
  sender: Speaker,
  hearer: Speaker,
): SlowRoute | undefined {
  const isInternal = sender.asn === hearer.asn;

  // What the sender keeps to itself.
  if (route.session === session) return undefined;
  if (isInternal && route.isInternal && !sends.reflects) return undefined;
  if (!sends.tags.includes(route.tag)) return undefined;
  if (!sends.families.includes(prefix.family)) return undefined;
  if (sends.exceptDefaultRoute && prefix.length === 0) return undefined;
  if (sends.only && !sends.only.some((other) => equals(other, prefix))) return undefined;

  let asPath = Array.from(route.asPath);
  if (sends.replacesFarAsn) asPath = asPath.map((asn) => (asn === hearer.asn ? sender.asn : asn));
  if (sends.stripsPrivateAsns)
    asPath = asPath.filter(
      (asn) => !(asn >= 64512 && asn <= 65534) && !(asn >= 4200000000 && asn <= 4294967294),
    );
  if (!isInternal) for (let time = 0; time <= sends.prepend; time++) asPath.unshift(sender.asn);

  // What the hearer does not take.
  if (!isInternal && hearer.refuses.some((range) => contains(range, prefix))) return undefined;
  if (!learns.acceptsOwnAsn && asPath.includes(hearer.asn)) return undefined;
  if (learns.onlyAsPath !== undefined && !new RegExp(learns.onlyAsPath).test(asPath.join(" ")))
    return undefined;

  const isKept = sends.reflects && route.session !== undefined;
  return {
    asPath,
    weight: learns.weight,
    localPreference: learns.localPreference ?? 100,
    tag: learns.tag ?? route.tag,
    session,
    neighbor: session.ends.find((end) => end.sends === sends)?.node,
    isInternal,
    nextHopAddress: isKept ? route.nextHopAddress : address,
    via: isKept ? route.via : via,
    order: 0,
  };
}

function better(a: SlowRoute, b: SlowRoute, speakerOf: (id: string) => Speaker): number {
  const [firstId, secondId] = [routerNumber(a, speakerOf), routerNumber(b, speakerOf)];
  if (a.weight !== b.weight) return b.weight - a.weight;
  if (a.localPreference !== b.localPreference) return b.localPreference - a.localPreference;
  if ((a.session === undefined) !== (b.session === undefined)) return a.session === undefined ? -1 : 1;
  if (a.asPath.length !== b.asPath.length) return a.asPath.length - b.asPath.length;
  if (a.isInternal !== b.isInternal) return a.isInternal ? 1 : -1;
  if (a.session === undefined || b.session === undefined) return 0;
  if (firstId !== secondId) return firstId - secondId;
  if (a.neighbor !== b.neighbor) return (a.neighbor ?? "") < (b.neighbor ?? "") ? -1 : 1;
  return a.session.id < b.session.id ? -1 : 1;
}

function sameWorth(a: SlowRoute, b: SlowRoute): boolean {
  return (
    a.weight === b.weight &&
    a.localPreference === b.localPreference &&
    (a.session === undefined) === (b.session === undefined) &&
    a.asPath.length === b.asPath.length &&
    a.isInternal === b.isInternal
  );
}

/** Last of all where there is none. */
function routerNumber({ neighbor }: SlowRoute, speakerOf: (id: string) => Speaker): number {
  const routerId = neighbor === undefined ? undefined : speakerOf(neighbor).routerId;
  if (routerId === undefined) return Infinity;

  return routerId.split(".").reduce((sum, octet) => sum * 256 + Number(octet), 0);
}

/** Everything that a route is, as text. */
export function show(route: SlowRoute | undefined): string {
  if (route === undefined) return "nothing";

  const { asPath, weight, localPreference, tag, session, neighbor, isInternal, nextHopAddress, via } = route;
  return JSON.stringify([
    asPath,
    weight,
    localPreference,
    tag,
    session?.id ?? null,
    neighbor ?? null,
    isInternal,
    nextHopAddress ?? null,
    via,
  ]);
}
