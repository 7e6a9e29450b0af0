import type { PriceSheet, Rate } from "./rate.ts";

/** A sheet as a price file: rates in the order of their names, one a line, so that a diff shows what has changed. */
export function writePrices({ currency, rates }: PriceSheet): string {
  const lines = rates.map((rate) => JSON.stringify(rateJson(rate))).sort();
  return [
    "{",
    '  "format": "isthmus/prices",',
    '  "version": 1,',
    `  "currency": ${JSON.stringify(currency)},`,
    lines.length === 0 ? '  "rates": []' : `  "rates": [\n    ${lines.join(",\n    ")}\n  ]`,
    "}",
    "",
  ].join("\n");
}

function rateJson(rate: Rate) {
  const { serviceName, productName, meterName, location, unit, amount, tiers, source, readOn, note } = rate;
  return { serviceName, productName, meterName, location, unit, amount, tiers, source, readOn, note };
}
