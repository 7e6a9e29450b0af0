import { expect, it } from "vitest";
import { keyOfMeter } from "./meter-key.ts";
import { priceSheet } from "./price-sheet.ts";

it.each(priceSheet.rates)(
  "$productName, $meterName, $location: has its page, its date and who read it",
  ({ amount, source, readOn, note, tiers = [] }) => {
    expect(source).toMatch(/^https:\/\/azure\.microsoft\.com\/pricing\/details\/[a-z-]+\/$/);
    expect(readOn).toMatch(/^20\d\d(-\d\d){1,2}$/);
    expect(note).toMatch(/\.$/);
    expect(amount).toBeGreaterThanOrEqual(0);
    expect(tiers.map(({ from }) => from)).toEqual(tiers.map(({ from }) => from).sort((a, b) => a - b));
  },
);

it("has no meter of a place twice", () => {
  const keys = priceSheet.rates.map(keyOfMeter);

  expect(new Set(keys).size).toBe(keys.length);
});
