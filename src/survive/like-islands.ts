import type { NodeId } from "../model/topology.ts";
import {
  createIslandFailures,
  type IslandFailures,
  type PairChange,
  type Part,
  type PartPair,
  type WantedPair,
} from "./island-failures.ts";
import { type IslandShape, shapeOf } from "./island-shape.ts";
import type { Island } from "./islands.ts";
import type { WaySummary } from "./survival.ts";

/** Of each island; of those that are alike but for names and numbers one is looked at, and tells of the others. */
export function failuresOf(islands: readonly Island[], at: 1 | 2): readonly IslandFailures[] {
  const sizes = countBy(islands, sizeOf);
  const first = new Map<string, LookedAt>();
  return islands.map((island) => {
    const shape = (sizes.get(sizeOf(island)) ?? 0) > 1 ? shapeOf(island) : undefined;
    if (!shape) return createIslandFailures(island, at);

    const like = first.get(shape.text);
    if (like) return toldBy(like, shape, island);
    const failures = remembering(createIslandFailures(island, at), island);
    first.set(shape.text, { shape, failures });
    return failures;
  });
}

/** Islands that differ in this are not alike, and most do. */
function sizeOf({ topology: { nodes, tables, links, sessions } }: Island): string {
  return [nodes, tables, links, sessions].map(({ size }) => size).join(" ");
}

interface LookedAt {
  readonly shape: IslandShape;
  readonly failures: IslandFailures;
}

/** More homes than that have too many pairs to compare which of them are wanted. */
const mostHomes = 200;

/** More changes than that are worked out again when an island of the same shape asks for them. */
const mostRemembered = 200_000;

function remembering(failures: IslandFailures, { mentions }: Island): IslandFailures {
  const homes = [...new Set(failures.homes)];
  if (homes.length > mostHomes) return failures;

  const known = new Map<string, readonly PairChange[]>();
  let remembered = 0;
  return {
    ...failures,
    fail(down, wanted) {
      const own = [...down].filter((id) => mentions.has(id)).sort();
      if (own.length === 0) return undefined;

      const pairs = homes.map((from) => homes.map((to) => (wanted(from, to) ? 1 : 0)).join(""));
      const key = [...own, ...pairs].join("\n");
      const before = known.get(key);
      if (before) return before;

      const changes = failures.fail(new Set(own), wanted);
      if (changes && remembered + changes.length <= mostRemembered) {
        known.set(key, changes);
        remembered += changes.length;
      }
      return changes;
    },
  };
}

/** What another island of the same shape says, in the names of this one. */
function toldBy(like: LookedAt, shape: IslandShape, { mentions }: Island): IslandFailures {
  const { failures } = like;
  const here = new Map(like.shape.names.map((name, place) => [name, shape.names[place] ?? name]));
  const there = new Map(shape.names.map((name, place) => [name, like.shape.names[place] ?? name]));
  const nameHere = (name: string) => here.get(name) ?? name;
  const partHere = once(({ home, members }: Part) => ({
    home: nameHere(home),
    members: members.map(nameHere),
  }));
  const wayHere = once((way: WaySummary) => ({ ...way, over: way.over.map(nameHere).sort() }));
  const pairHere = <T extends PartPair>(pair: T) => ({
    ...pair,
    from: partHere(pair.from),
    to: partHere(pair.to),
  });
  const changeHere = (change: PairChange): PairChange => {
    const pair = pairHere(change);
    return pair.what === "kept"
      ? { ...pair, before: wayHere(pair.before), after: wayHere(pair.after) }
      : pair;
  };
  const wantedThere =
    (wanted: WantedPair): WantedPair =>
    (from: NodeId, to: NodeId) =>
      wanted(nameHere(from), nameHere(to));

  return {
    homes: failures.homes.map(nameHere),
    *through(wanted) {
      for (const pair of failures.through(wantedThere(wanted))) yield pairHere(pair);
    },
    fail(down, wanted) {
      const own = [...down].filter((id) => mentions.has(id)).map((id) => there.get(id) ?? id);
      return own.length === 0 ? undefined : failures.fail(new Set(own), wantedThere(wanted))?.map(changeHere);
    },
  };
}

/** Parts and ways are shared by many changes, and stay so. */
function once<K extends object, V>(make: (key: K) => V): (key: K) => V {
  const made = new WeakMap<K, V>();
  return (key) => {
    const known = made.get(key) ?? make(key);
    made.set(key, known);
    return known;
  };
}

function countBy<T>(list: readonly T[], keyOf: (one: T) => string): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const one of list) counts.set(keyOf(one), (counts.get(keyOf(one)) ?? 0) + 1);
  return counts;
}
