import { expect, it } from "vitest";
import { type FailingElement, type Survival, survive } from "../../src/survive.ts";
import { createDraw } from "../oracles/any-topology/draw.ts";
import { summaryOf, topologyEstate } from "../oracles/any-topology-estate.ts";
import { manySpokes } from "./many-spokes.ts";
import { createSurviveTwin, inNetwork, writtenOut } from "./survive-twin.ts";

/** `TWINS=300` for a long run, and `TWINS_FROM` for another beginning. */
const count = Number(process.env["TWINS"] ?? 2);
const first = Number(process.env["TWINS_FROM"] ?? 1);

it(
  "says of every pair what the whole estate, predicted anew, says of it",
  () => {
    for (let seed = first; seed < first + count; seed += 1) {
      const estate = topologyEstate({ seed });
      const fast = survived(survive(estate));
      const twin = createSurviveTwin(estate);

      expect({ pairs: fast.pairs, endpoints: fast.endpoints }, `seed ${seed}`).toEqual({
        pairs: twin.throughPairs,
        endpoints: twin.endpoints,
      });
      for (const failure of fast.failures) {
        const down = new Set(failure.elements.map(({ id }) => id));
        const written = writtenOut(failure, (endpoint) => endpoint);
        expect(sorted(written), `seed ${seed}, ${[...down].join()}\n${summaryOf(estate)}`).toEqual(
          sorted(twin.fail(down)),
        );
      }
    }
  },
  10_000 + count * 20_000,
);

it("lets a few of many like networks stand for all of them", () => {
  const estate = manySpokes(6);

  const fast = survived(survive(estate));
  const twin = createSurviveTwin(estate);

  expect(fast.pairs).toBe(twin.throughPairs);
  expect(fast.failures.find(({ elements }) => elements[0]?.kind === "peering")?.like).toHaveLength(5);
  for (const failure of fast.failures) {
    const down = new Set(failure.elements.map(({ id }) => id));
    expect(sorted(writtenOut(failure, inNetwork)), [...down].join()).toEqual(sorted(twin.fail(down)));
    const other = failure.like.at(-1);
    if (other)
      expect(fateCounts(twin.fail(new Set([other.id])))).toEqual(fateCounts(writtenOut(failure, inNetwork)));
  }
});

it("tells of two failures what neither of them does alone", () => {
  const estate = manySpokes(2);

  const fast = survived(survive(estate, { at: 2 }));
  const twin = createSurviveTwin(estate);

  for (const { elements, lostPairs } of fast.failures) {
    const [one, other, both] = [elements.slice(0, 1), elements.slice(1), elements].map((down) =>
      lostKeys(twin.fail(new Set(down.map(({ id }) => id)))),
    );
    const known = new Set([...(one ?? []), ...(other ?? [])]);
    expect([...(both ?? [])].filter((key) => !known.has(key))).toHaveLength(lostPairs);
  }
});

/** Of the pairs of things some; of those of which something is told, all up to as many. */
const mostPairs = 20;

it(
  "tells of two failures of any estate what neither of them does alone",
  () => {
    for (let seed = first; seed < first + Math.max(1, count - 1); seed += 1) {
      const estate = topologyEstate({ seed, size: 0.3 });
      const found = survive(estate, { at: 2 });
      if ("tooMany" in found) continue;
      const told = new Map(found.failures.map(({ elements, lostPairs }) => [keyOf(elements), lostPairs]));
      const singles = survived(survive(estate)).failures.filter(({ like }) => like.length === 0);
      const draw = createDraw(seed, "doubles");
      const drawn = Array.from({ length: mostPairs }, () => [draw.pick(singles), draw.pick(singles)]);
      const pairs = [
        ...found.failures.slice(0, mostPairs).map(({ elements }) => elements),
        ...drawn.map((two) => two.flatMap(({ elements }) => elements)),
      ].filter(([one, other]) => one?.id !== other?.id);
      const twin = createSurviveTwin(estate);

      for (const elements of pairs) {
        const [one, other, both] = [elements.slice(0, 1), elements.slice(1), elements].map((down) =>
          lostKeys(twin.fail(new Set(down.map(({ id }) => id)))),
        );
        const known = new Set([...(one ?? []), ...(other ?? [])]);
        const anew = [...(both ?? [])].filter((key) => !known.has(key));
        expect(told.get(keyOf(elements)) ?? 0, `seed ${seed}, ${keyOf(elements)}`).toBe(anew.length);
      }
    }
  },
  30_000 + count * 60_000,
);

function keyOf(elements: readonly FailingElement[]): string {
  return elements
    .map(({ id }) => id)
    .sort()
    .join(" ");
}

function survived(found: Survival | { readonly tooMany: number }): Survival {
  if ("tooMany" in found) throw new Error(`${found.tooMany} situations are too many.`);
  return found;
}

function sorted(changes: ReadonlyMap<string, string>): readonly (readonly [string, string])[] {
  return [...changes].sort(([a], [b]) => (a < b ? -1 : 1));
}

function fateCounts(changes: ReadonlyMap<string, string>): Readonly<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const fate of changes.values()) counts[fate] = (counts[fate] ?? 0) + 1;
  return counts;
}

function lostKeys(changes: ReadonlyMap<string, string>): readonly string[] {
  return [...changes]
    .filter(([, fate]) => fate.startsWith("lost") && fate.endsWith("false"))
    .map(([key]) => key);
}
