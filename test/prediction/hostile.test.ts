import { expect, it } from "vitest";
import { emptyEstate } from "../../src/model/estate.ts";
import { predict } from "../../src/predict.ts";
import { createDraw } from "../oracles/any-topology/draw.ts";
import { askEverything, danglingIn } from "./hold-estate.ts";
import { hostileEstate, sources } from "./hostile-estates.ts";

/** `FUZZ=20000 FUZZ_FROM=1000 npx vitest run test/prediction/hostile.test.ts`. */
const count = Number(process.env["FUZZ"] ?? 300);
const first = Number(process.env["FUZZ_FROM"] ?? 1);
/** A busy machine takes a few times as long as a quiet one; what hangs takes for ever. */
const MOST_MS = 5000;

it("an empty estate has an empty prediction", () => {
  expect(askEverything(emptyEstate, createDraw(1, "empty"))).toEqual([]);
});

it("nothing dangles where nobody has meddled", () => {
  const dangling = sources.flatMap(([name, read]) =>
    danglingIn(predict(read()).topology).map((line) => `${name}: ${line}`),
  );

  expect(dangling).toEqual([]);
});

it(`${count} mutated estates are predicted: nothing throws, nothing hangs, nothing dangles`, {
  timeout: 60_000 + count * 100,
}, () => {
  const wrong: string[] = [];
  for (let seed = first; seed < first + count && wrong.length < 20; seed += 1) {
    const { estate, told, draw } = hostileEstate(seed);
    const start = performance.now();
    const because = tryAsking(() => askEverything(estate, draw));
    const ms = performance.now() - start;
    if (because.length > 0 || ms > MOST_MS)
      wrong.push([`seed ${seed}`, told, `${Math.round(ms)} ms`, ...because].join("\n"));
  }

  expect(wrong).toEqual([]);
});

function tryAsking(ask: () => readonly string[]): readonly string[] {
  try {
    return ask().slice(0, 5);
  } catch (error) {
    return [error instanceof Error ? (error.stack ?? error.message) : String(error)];
  }
}
