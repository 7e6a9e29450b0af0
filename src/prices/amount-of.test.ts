import { expect, it } from "vitest";
import { amountOf, amountOfOneMore } from "./amount-of.ts";
import type { Rate } from "./rate.ts";

const rate: Rate = {
  serviceName: "Bandwidth",
  productName: "Out",
  meterName: "Out",
  location: "eastus",
  unit: "GB",
  amount: 0,
  tiers: [{ from: 100, amount: 0.1 }, { from: 200 }, { from: 300, amount: 0.05 }],
  source: "https://prices.example",
  readOn: "2026-11-23",
};

it.each([
  [0, 0, false, "nothing"],
  [100, 0, false, "what is free"],
  [150, 5, false, "half of a tier"],
  [200, 10, false, "a whole tier"],
  [250, 10, true, "some of a tier whose price is unknown"],
  [400, 15, true, "the tier after it"],
])("%i GB cost %f, at least: %s (%s)", (quantity, amount, atLeast) => {
  expect(amountOf(rate, quantity)).toEqual({ amount, atLeast });
});

it("an unknown rate costs at least nothing, but nothing of it costs nothing", () => {
  expect(amountOf(undefined, 5)).toEqual({ amount: 0, atLeast: true });
  expect(amountOf(undefined, 0)).toEqual({ amount: 0, atLeast: false });
});

it("a gigabyte more is one beyond what is free", () => {
  expect(amountOfOneMore(rate)).toEqual({ amount: 0.1, atLeast: true });
  expect(amountOfOneMore({ ...rate, tiers: [], amount: 2 })).toEqual({ amount: 2, atLeast: false });
});
