import type { NodeId } from "../model/topology.ts";
import type { Interchange, Place } from "./interchangeable.ts";
import type { PairChange, Part, PartPair, WantedPair } from "./island-failures.ts";
import type { FailingElement, KeptPairs, LostPairs, Pairs, WaySummary } from "./survival.ts";

export interface Grouped {
  readonly lostPairs: number;
  readonly endedPairs: number;
  readonly lost: readonly LostPairs[];
  readonly keptPairs: number;
  readonly kept: readonly KeptPairs[];
}

/** Pairs of the few networks that stand for many, counted for all of them. */
export interface Grouping {
  readonly wanted: WantedPair;
  /** For how many networks it stands. */
  readonly weightOf: (network: NodeId) => number;
  readonly describe: (pair: PartPair) => Pairs;
  readonly group: (changes: readonly PairChange[]) => Grouped;
}

interface StandIn {
  readonly set: Place["set"];
  readonly behind: number;
  readonly others: readonly NodeId[];
}

/** Of each set the networks with something down come first; the next stands for the others, and the one after it for pairs of these. */
export function createGrouping(down: readonly FailingElement[], { placeOf }: Interchange): Grouping {
  const used = new Map<unknown, number>();
  for (const { id } of down) {
    const place = placeOf(id);
    if (place) used.set(place.set, Math.max(used.get(place.set) ?? 0, place.index + 1));
  }

  const known = new Map<NodeId, StandIn | undefined>();
  /** Absent: it stands for itself alone. */
  function standIn(network: NodeId): StandIn | undefined {
    if (!known.has(network)) known.set(network, findStandIn(network));
    return known.get(network);
  }

  function findStandIn(network: NodeId): StandIn | undefined {
    const place = placeOf(network);
    const first = place && (used.get(place.set) ?? 0);
    return place && first !== undefined && place.index >= first
      ? {
          set: place.set,
          behind: place.index - first,
          others: place.set.slice(first).map((one) => one.network),
        }
      : undefined;
  }

  function isSameSet(from: NodeId, to: NodeId): boolean {
    const [a, b] = [standIn(from), standIn(to)];
    return a !== undefined && a.set === b?.set;
  }

  function wanted(from: NodeId, to: NodeId): boolean {
    const [a, b] = [standIn(from), standIn(to)];
    if ((a?.behind ?? 0) > 0) return false;
    return (b?.behind ?? 0) === 0 || (b?.behind === 1 && isSameSet(from, to));
  }

  function pairsOf({ from, to }: PartPair): Pairs {
    const [a, b] = [from, to].map(({ home }) => standIn(home)?.others ?? [home]);
    const [froms, tos] = [a ?? [], b ?? []];
    const isSame = isSameSet(from.home, to.home);
    const relation = !isSame ? "all" : from.home === to.home ? "same" : "other";
    const times =
      relation === "all"
        ? froms.length * tos.length
        : froms.length * (relation === "same" ? 1 : froms.length - 1);
    const own = new Set(from.members);
    const both = to.members.filter((member) => own.has(member)).length;
    return {
      from: { networks: froms, endpoints: from.members },
      to: { networks: tos, endpoints: to.members },
      relation,
      pairs: times * (from.members.length * to.members.length - both),
    };
  }

  function group(changes: readonly PairChange[]): Grouped {
    const merged = mergeParts(changes);
    const lost = merged.flatMap((change): LostPairs[] =>
      change.what === "lost"
        ? [{ ...pairsOf(change), outcome: change.outcome, endDown: change.endDown }]
        : [],
    );
    const kept = merged.flatMap((change): KeptPairs[] =>
      change.what === "kept" ? [{ ...pairsOf(change), ...comparedWays(change) }] : [],
    );
    return {
      lostPairs: sum(lost.filter(({ endDown }) => !endDown)),
      endedPairs: sum(lost.filter(({ endDown }) => endDown)),
      lost,
      keptPairs: sum(kept),
      kept,
    };
  }

  return {
    wanted,
    weightOf: (network) => {
      const one = standIn(network);
      if (!one) return 1;
      return one.behind === 0 ? one.others.length : 0;
    },
    describe: pairsOf,
    group,
  };
}

export function comparedWays({ before, after }: { readonly before: WaySummary; readonly after: WaySummary }) {
  const { bandwidthMbps: was } = before;
  const { bandwidthMbps: is } = after;
  return {
    before,
    after,
    newlyUnencrypted: before.encryptedBy.length > 0 && after.encryptedBy.length === 0,
    newlyOverInternet: after.crossesInternet && !before.crossesInternet,
    slower: was === undefined ? is !== undefined : is !== undefined && is < was,
  };
}

/** First those of one sender that fare alike, then senders whose destinations are the same. */
export function mergeParts<T extends PartPair>(changes: readonly T[]): readonly T[] {
  const numberOf = createNumbering();
  return merge(merge(changes, "to", numberOf), "from", numberOf);
}

function merge<T extends PartPair>(
  changes: readonly T[],
  side: "from" | "to",
  numberOf: (value: unknown) => number,
): readonly T[] {
  const other = side === "to" ? "from" : "to";
  const found = new Map<string, T>();
  for (const change of changes) {
    let key = `${numberOf(change[side].home)} ${numberOf(change[other].home)} ${numberOf(change[other].members)}`;
    for (const [name, value] of Object.entries(change))
      if (name !== "from" && name !== "to") key += ` ${numberOf(value)}`;
    const known = found.get(key);
    const joined: Part | undefined = known && {
      home: known[side].home,
      members: [...known[side].members, ...change[side].members],
    };
    found.set(key, joined ? { ...change, [side]: joined } : change);
  }
  return [...found.values()];
}

/** Equal for values that are written alike. */
function createNumbering(): (value: unknown) => number {
  const numbers = new Map<string, number>();
  const known = new Map<unknown, number>();
  return (value) => {
    const before = known.get(value);
    if (before !== undefined) return before;

    const text = textOf(value);
    const number = numbers.get(text) ?? numbers.size;
    numbers.set(text, number);
    known.set(value, number);
    return number;
  };
}

/** Ways and members are shared by the changes of many failures, and each is written once. */
const texts = new WeakMap<object, string>();

function textOf(value: unknown): string {
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  const text = texts.get(value) ?? JSON.stringify(value);
  texts.set(value, text);
  return text;
}

function sum(list: readonly Pairs[]): number {
  return list.reduce((total, { pairs }) => total + pairs, 0);
}
