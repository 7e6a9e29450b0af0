import { compareAddresses, parseAddress } from "../../ip/index.ts";
import type { NodeId, Session, SessionEnd, Speaker, Topology } from "../../model/topology.ts";
import type { Up } from "../up.ts";
import { type AsPathPattern, parseAsPathPattern } from "./as-path-pattern.ts";

/** A speaker that is up. */
export interface Talker {
  /** By id, among all that are up. */
  readonly index: number;
  readonly node: NodeId;
  readonly speaker: Speaker;
  /** By router id, as ties are broken; those without one come last, by id. */
  readonly rank: number;
  /** Its side of every session that is up, by the sessions' ids. */
  readonly ears: Ear[];
}

/** One side of a session that is up: where its talker hears the far one. */
export interface Ear {
  readonly index: number;
  readonly talker: Talker;
  readonly session: Session;
  readonly end: SessionEnd;
  readonly farEnd: SessionEnd;
  /** Both ends have one number. */
  readonly isInternal: boolean;
  /** Absent: any path; `none`: the pattern cannot be read, and nothing is taken. */
  readonly onlyAsPath: AsPathPattern | "none" | undefined;
  readonly farTalker: Talker;
  /** The other side of the session. */
  readonly farIndex: number;
}

export interface Talkers {
  readonly talkers: readonly Talker[];
  readonly ears: readonly Ear[];
}

/** Who is up, and who hears whom. All in the order of ids, so that nothing depends on the order of a file. */
export function findTalkers(topology: Topology, up: Up): Talkers {
  const found = rankSpeakers(topology, up);
  const talkers = new Map(found.map((talker) => [talker.node, talker]));

  const ears: Ear[] = [];
  for (const [id, session] of sorted(topology.sessions)) {
    const [a, b] = session.ends;
    const [talkerA, talkerB] = [talkers.get(a.node), talkers.get(b.node)];
    if (talkerA === undefined || talkerB === undefined || !up.isUp(id)) continue;

    const index = ears.length;
    ears.push(createEar(index, index + 1, session, [a, b], [talkerA, talkerB]));
    ears.push(createEar(index + 1, index, session, [b, a], [talkerB, talkerA]));
  }

  for (const ear of ears) ear.talker.ears.push(ear);
  return { talkers: found, ears };
}

function rankSpeakers(topology: Topology, up: Up): readonly Talker[] {
  // Few of the nodes speak, and only these are put in order.
  const speakers = new Map<NodeId, Speaker>();
  for (const [node, { speaker }] of topology.nodes) if (speaker !== undefined) speakers.set(node, speaker);
  const found = sorted(speakers).flatMap(([node, speaker]) => (up.isUp(node) ? [{ node, speaker }] : []));

  const ranked = Array.from(found).sort((a, b) => compareRouterIds(a.speaker.routerId, b.speaker.routerId));
  const ranks = new Map(ranked.map(({ node }, rank) => [node, rank]));
  return found.map(({ node, speaker }, index) => ({
    index,
    node,
    speaker,
    rank: ranks.get(node) ?? 0,
    ears: [],
  }));
}

function sorted<T>(byId: ReadonlyMap<string, T>): readonly (readonly [string, T])[] {
  return Array.from(byId).sort(([a], [b]) => (a < b ? -1 : 1));
}

function createEar(
  index: number,
  farIndex: number,
  session: Session,
  [end, farEnd]: readonly [SessionEnd, SessionEnd],
  [talker, farTalker]: readonly [Talker, Talker],
): Ear {
  const pattern = end.learns.onlyAsPath;
  return {
    index,
    talker,
    session,
    end,
    farEnd,
    isInternal: talker.speaker.asn === farTalker.speaker.asn,
    onlyAsPath: pattern === undefined ? undefined : (parseAsPathPattern(pattern) ?? "none"),
    farTalker,
    farIndex,
  };
}

/** Router ids are numbers, written as IPv4 addresses. */
function compareRouterIds(a: string | undefined, b: string | undefined): number {
  const [first, second] = [parseAddress(a ?? ""), parseAddress(b ?? "")];
  if (first === undefined || second === undefined)
    return Number(first === undefined) - Number(second === undefined);

  return compareAddresses(first, second);
}
