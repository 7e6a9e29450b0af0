import { expect, it } from "vitest";
import { traceLine } from "./trace-line.ts";

const bus = [
  { part: "trunk", lines: [1, 2, 3], path: "M50 0L50 90" },
  { part: "bus", lines: [1, 2, 3], path: "M10 40L80 40" },
  { part: "drop", lines: [1], path: "M10 40L10 60" },
  { part: "drop", lines: [2], path: "M80 90L80 110" },
];

it("goes down the trunk to its row, along the bus, and to the card", () => {
  expect(traceLine(1, bus)).toEqual(["M50 0L50 40L10 40L10 60"]);
  expect(traceLine(2, bus)).toEqual(["M50 0L50 90L80 90L80 110"]);
});

it("takes a line that is drawn by itself as it is, also where it leads to a bus", () => {
  const inlet = { part: "line", lines: [1, 2], path: "M0 0L50 0" };

  expect(traceLine(1, [inlet, ...bus])).toEqual(["M0 0L50 0", "M50 0L50 40L10 40L10 60"]);
});

it("draws nothing of a line that the map does not show", () => {
  expect(traceLine(7, bus)).toEqual([]);
});
