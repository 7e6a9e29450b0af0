import { expect, it } from "vitest";
import { diff } from "../../src/diff.ts";
import type { Estate } from "../../src/model/estate.ts";
import { predict } from "../../src/predict.ts";
import { getsThrough, isWorse } from "../../src/survive/island-failures.ts";
import { traceOf } from "../../src/survive/traces.ts";
import { summariseWays } from "../../src/survive/way-summary.ts";
import { createDraw } from "../oracles/any-topology/draw.ts";
import { summaryOf, topologyEstate } from "../oracles/any-topology-estate.ts";
import { manySpokes } from "../survive/many-spokes.ts";
import { inNetwork, pairsIn, textOf } from "../survive/survive-twin.ts";

/** `TWINS=300` for a long run, and `TWINS_FROM` for another beginning. */
const count = Number(process.env["TWINS"] ?? 3);
const first = Number(process.env["TWINS_FROM"] ?? 1);

it(
  "says of every pair what two full traces of it say, before and after",
  () => {
    let changed = 0;
    for (let seed = first; seed < first + count; seed += 1) {
      const whole = topologyEstate({ seed });
      const part = withoutSome(whole, seed);
      for (const [before, after] of [
        [whole, part],
        [part, whole],
      ] as const) {
        const expected = changesBetween(before, after);
        const told = toldOf(before, after, (endpoint) => endpoint);
        expect(told, `seed ${seed}\n${summaryOf(before)}`).toEqual(expected);
        changed += expected.length;
      }
    }
    expect(changed).toBeGreaterThan(count);
  },
  10_000 + count * 10_000,
);

it("lets two of many like networks stand for all of them", () => {
  const [few, many] = [manySpokes(3), manySpokes(6)];

  expect(toldOf(few, many, inNetwork)).toEqual(changesBetween(few, many));
  expect(toldOf(many, few, inNetwork)).toEqual(changesBetween(many, few));
});

type Line = readonly [pair: string, change: string];

/** The slow and obvious way. */
function changesBetween(before: Estate, after: Estate): readonly Line[] {
  const [was, is] = [before, after].map((estate) => askOf(estate));
  if (!was || !is) return [];
  const ids = [...new Set([...was.ids, ...is.ids])];
  const lines = ids.flatMap((from) =>
    ids.flatMap((to): readonly Line[] => {
      if (from === to) return [];
      const [one, other] = [was.outcome(from, to), is.outcome(from, to)];
      const [wasThrough, isThrough] = [one, other].map(
        (outcome) => outcome !== undefined && getsThrough(outcome),
      );
      const ends = one === undefined || other === undefined;
      const key = `${from} ${to}`;
      if (wasThrough && (other === undefined || (one && isWorse(one, other)))) return [[key, `lost ${ends}`]];
      if (isThrough && (one === undefined || (other && isWorse(other, one))))
        return [[key, `gained ${ends}`]];
      if (!wasThrough) return [];
      const [old, now] = [was.ways(from, to), is.ways(from, to)];
      if (!old || !now || JSON.stringify(old) === JSON.stringify(now)) return [];
      return [[key, `repathed ${textOf(old)} / ${textOf(now)}`]];
    }),
  );
  return sorted(lines);
}

function askOf(estate: Estate) {
  const prediction = predict({ ...estate });
  const reach = prediction.reach();
  return {
    ids: reach.endpoints.map(({ id }) => id),
    outcome: (from: string, to: string) => reach.outcome(from, to)?.outcome,
    ways: (from: string, to: string) => {
      const trace = traceOf(reach, prediction, from, to);
      return trace && summariseWays(trace);
    },
  };
}

function toldOf(
  before: Estate,
  after: Estate,
  endpointIn: (endpoint: string, network: string) => string,
): readonly Line[] {
  const { gained, lost, repathed } = diff({ estate: before }, { estate: after });
  const lines: Line[] = [];
  for (const [what, groups] of [
    ["gained", gained],
    ["lost", lost],
  ] as const)
    for (const group of groups)
      for (const key of pairsIn(group, endpointIn)) lines.push([key, `${what} ${group.endChanges}`]);
  for (const group of repathed)
    for (const key of pairsIn(group, endpointIn))
      lines.push([key, `repathed ${textOf(group.before)} / ${textOf(group.after)}`]);
  return sorted(lines);
}

function sorted(lines: readonly Line[]): readonly Line[] {
  return lines.toSorted(([a], [b]) => (a < b ? -1 : 1));
}

/** Resources at random with what is inside of them, so that ways change and ends go. */
function withoutSome(estate: Estate, seed: number): Estate {
  const draw = createDraw(seed, "diff");
  const gone = draw.some([...estate.resources.keys()], 0.06);
  const isGone = (key: string) => gone.some((one) => key === one || key.startsWith(`${one}/`));
  return { ...estate, resources: new Map([...estate.resources].filter(([key]) => !isGone(key))) };
}
