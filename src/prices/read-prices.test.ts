import { expect, it } from "vitest";
import { readDocument } from "../source/index.ts";
import { priceSheet } from "./price-sheet.ts";
import { readPrices } from "./read-prices.ts";
import { writePrices } from "./write-prices.ts";

function read(text: string) {
  return readPrices(readDocument("prices.json", text));
}

it("reads back what is written, in an order of its own", () => {
  const { sheet, diagnostics } = read(writePrices(priceSheet));

  expect(diagnostics).toEqual([]);
  expect(sheet?.rates).toHaveLength(priceSheet.rates.length);
  expect(new Set(sheet?.rates)).toEqual(new Set(priceSheet.rates));
  expect(writePrices({ ...priceSheet, rates: priceSheet.rates.toReversed() })).toBe(writePrices(priceSheet));
  expect(read(writePrices({ currency: "EUR", rates: [] })).sheet).toEqual({ currency: "EUR", rates: [] });
});

it.each([
  ["nothing", "", "prices/missing-value"],
  ["another format", '{ "format": "isthmus/lock", "version": 1 }', "prices/invalid-value"],
  [
    "a price below nothing",
    writePrices(priceSheet).replace('"amount":0.21', '"amount":-1'),
    "prices/invalid-value",
  ],
  ["a word nobody knows", writePrices(priceSheet).replace('"note"', '"nota"'), "prices/unknown-key"],
])("refuses %s", (_, text, rule) => {
  const { sheet, diagnostics } = read(text);

  expect(sheet).toBeUndefined();
  expect(diagnostics.map((diagnostic) => diagnostic.rule)).toContain(rule);
});
