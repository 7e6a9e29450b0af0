import type { Estate } from "./model/estate.ts";
import { indexEstate } from "./model/estate-index.ts";
import type { NodeId, Topology } from "./model/topology.ts";
import { everyTwo, pairKeys, withoutKnown } from "./survive/doubles.ts";
import { failingElements } from "./survive/elements.ts";
import { createGrouping, type Grouped } from "./survive/group-pairs.ts";
import { type Interchange, interchangeable, unchanged } from "./survive/interchangeable.ts";
import type { PairChange, WantedPair } from "./survive/island-failures.ts";
import { islandsOf } from "./survive/islands.ts";
import { failuresOf } from "./survive/like-islands.ts";
import { couldMeetLimit } from "./survive/session-limits.ts";
import type { FailingElement, Failure, Survival } from "./survive/survival.ts";
import { zoneAnswers } from "./survive/zones.ts";
import { buildTopology } from "./topology/index.ts";

export type {
  ElementKind,
  FailingElement,
  Failure,
  KeptPairs,
  Pairs,
  Side,
  Survival,
  WaySummary,
} from "./survive/survival.ts";

/** More situations than that are not gone through. */
export const mostSituations = 2000;

export interface SurviveOptions {
  /** How many things fail at once. */
  readonly at?: 1 | 2;
}

/** What an estate loses, and what takes over, with each thing that may fail, or with each two of them. */
export function survive(
  estate: Estate,
  { at = 1 }: SurviveOptions = {},
): Survival | { readonly tooMany: number } {
  const { interchange, topology } = reduced(estate, at);
  const elements = failingElements(topology);
  const singles = elements.filter(({ id }) => (interchange.placeOf(id)?.index ?? 0) === 0);
  const situations = at === 1 ? singles.map((one) => [one]) : everyTwo(elements, interchange);
  if (at === 2 && situations.length > mostSituations) return { tooMany: situations.length };

  const islands = failuresOf(islandsOf(topology), at);
  const changesWith = (down: readonly FailingElement[], wanted: WantedPair): readonly PairChange[] => {
    const ids = new Set(down.map(({ id }) => id));
    return islands.flatMap((island) => island.fail(ids, wanted) ?? []);
  };
  const alone = new Map<string, ReadonlySet<string>>();
  const lostAlone = (one: FailingElement) => {
    const known = alone.get(one.id) ?? pairKeys(changesWith([one], () => true));
    alone.set(one.id, known);
    return known;
  };
  const fail = (down: readonly FailingElement[]): Failure => {
    const grouping = createGrouping(down, interchange);
    const all = changesWith(down, grouping.wanted);
    const changes = at === 1 ? all : withoutKnown(all, down.map(lostAlone));
    return { elements: down, like: likeOf(down, interchange), ...grouping.group(changes) };
  };

  const calm = createGrouping([], interchange);
  const failures = situations.map(fail);
  return {
    endpoints: islands.flatMap(({ homes }) => homes).reduce((sum, home) => sum + calm.weightOf(home), 0),
    pairs: islands
      .flatMap(({ through }) => [...through(calm.wanted)])
      .reduce((sum, pair) => sum + calm.describe(pair).pairs, 0),
    emptyNetworks: emptyNetworksOf(
      topology,
      islands.flatMap(({ homes }) => homes),
      interchange,
    ),
    at,
    failures: (at === 1 ? failures : failures.filter(({ lostPairs }) => lostPairs > 0)).sort(worstFirst),
    zones: zoneAnswers(indexEstate(estate)),
  };
}

/** Small enough to look at every failure: of networks that nothing tells apart a few stand for all. */
function reduced(
  estate: Estate,
  at: 1 | 2,
): { readonly interchange: Interchange; readonly topology: Topology } {
  const interchange = interchangeable(estate, at + 2);
  const topology = buildTopology(indexEstate(interchange.estate));
  if (interchange.sets.length === 0 || !couldMeetLimit(topology, estate)) return { interchange, topology };
  return { interchange: unchanged(estate), topology: buildTopology(indexEstate(estate)) };
}

function emptyNetworksOf(
  { nodes }: Topology,
  homes: readonly NodeId[],
  interchange: Interchange,
): readonly NodeId[] {
  const inhabited = new Set(homes);
  const empty = [...nodes.values()].filter(({ id, role }) => role === "virtualNetwork" && !inhabited.has(id));
  return [...new Set(empty.flatMap(({ id }) => [id, ...interchange.counterpartsOf(id)]))].sort();
}

function likeOf(down: readonly FailingElement[], interchange: Interchange): readonly FailingElement[] {
  const [one, another] = down;
  if (!one || another) return [];
  return interchange.counterpartsOf(one.id).map((id) => ({ id, kind: one.kind }));
}

function worstFirst(a: Failure & Grouped, b: Failure & Grouped): number {
  return (
    b.lostPairs - a.lostPairs ||
    b.endedPairs - a.endedPairs ||
    b.keptPairs - a.keptPairs ||
    (namesOf(a) < namesOf(b) ? -1 : 1)
  );
}

function namesOf({ elements }: Failure): string {
  return elements.map(({ id }) => id).join(" ");
}
