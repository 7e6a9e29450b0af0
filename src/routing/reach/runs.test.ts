import { expect, it } from "vitest";
import { createRuns, overlay, sweep, valueAt } from "./runs.ts";

it("finds the run of a region", () => {
  const builder = createRuns();
  for (const [start, value] of [
    [0, 7],
    [3, 9],
    [5, 9],
    [8, 7],
  ] as const)
    builder.add(start, value);
  const runs = builder.finish();

  expect([...runs.starts]).toEqual([0, 3, 8]);
  expect([0, 2, 3, 7, 8, 100].map((region) => valueAt(runs, region))).toEqual([7, 7, 9, 9, 7, 7]);
});

it("says of every region which ranges are around it, the innermost last", () => {
  const texts = [""];
  const onto = (around: number, label: number) => texts.push(`${texts[around]} ${label}`.trim()) - 1;
  const runs = sweep(
    [
      { start: 4, end: 6, label: 3 },
      { start: 0, end: 10, label: 1 },
      { start: 2, end: 6, label: 2 },
      { start: 6, end: 7, label: 4 },
    ],
    onto,
  );

  const around = [0, 1, 2, 4, 5, 6, 7, 9, 10].map((region) => texts[valueAt(runs, region)]);
  expect(around).toEqual(["1", "1", "1 2", "1 2 3", "1 2 3", "1 4", "1", "1", ""]);
});

it("lays runs over each other", () => {
  const both = overlay(runs([0, 1], [4, 2]), runs([0, 10], [2, 20], [4, 30]), (a, b) => a + b);

  expect([...both.starts]).toEqual([0, 2, 4]);
  expect([...both.values]).toEqual([11, 21, 32]);
});

function runs(...pairs: readonly (readonly [number, number])[]) {
  const builder = createRuns();
  for (const [start, value] of pairs) builder.add(start, value);
  return builder.finish();
}
