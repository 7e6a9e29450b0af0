import { expect, it } from "vitest";
import { retailRow } from "../../../test/retail-server.ts";
import { ratesOfRows } from "./rates-of-rows.ts";
import { parseRetailRow } from "./retail-page.ts";

function read(...rows: readonly Record<string, unknown>[]) {
  return ratesOfRows(
    rows.flatMap((row) => parseRetailRow(retailRow(row)) ?? []),
    { source: "https://prices.example", readOn: "2026-11-23" },
  );
}

it("makes one rate of the tiers of a meter", () => {
  const tier = { serviceName: "Bandwidth", productName: "Rtn Preference: MGN", unitOfMeasure: "1 GB" };

  const { rates } = read(
    { ...tier, tierMinimumUnits: 100, retailPrice: 0.181 },
    { ...tier, tierMinimumUnits: 0, retailPrice: 0 },
  );

  expect(rates).toMatchObject([{ unit: "GB", amount: 0, tiers: [{ from: 100, amount: 0.181 }] }]);
});

it.each([
  ["1 Hour", { unit: "hour", amount: 1 }],
  ["1/Month", { unit: "month", amount: 1 }],
  ["100 Hours", { unit: "hour", amount: 0.01 }],
  ["10 GB", { unit: "GB", amount: 0.1 }],
])("reads the unit %s", (unitOfMeasure, rate) => {
  expect(read({ unitOfMeasure, retailPrice: 1 }).rates).toMatchObject([rate]);
});

it.each([
  [
    "a unit nobody knows",
    [{ unitOfMeasure: "1 Rotation" }],
    "VPN Gateway, VpnGw1AZ, swedencentral: 1 Rotation",
  ],
  [
    "two prices for the same",
    [{ retailPrice: 1 }, { retailPrice: 2 }],
    "VPN Gateway, VpnGw1AZ, swedencentral: 1 and 2",
  ],
  [
    "no price of the first unit",
    [{ tierMinimumUnits: 10 }],
    "VPN Gateway, VpnGw1AZ, swedencentral: no price of the first hour",
  ],
])("leaves out, and names, a meter with %s", (_, rows, name) => {
  expect(read(...rows)).toEqual({ rates: [], leftOut: [name] });
});

it.each([
  ["a reservation", { type: "Reservation" }],
  ["for developers", { type: "DevTestConsumption" }],
  ["of a product that is not asked for", { productName: "VPN Gateway Something" }],
  ["of another service", { serviceName: "Network Watcher", productName: "Network Watcher" }],
  ["still to come", { effectiveStartDate: "2027-01-01T00:00:00Z" }],
  ["past", { effectiveEndDate: "2026-01-01T00:00:00Z" }],
])("passes over what is %s", (_, row) => {
  expect(read(row)).toEqual({ rates: [], leftOut: [] });
});

it("takes the latest price, the same price twice as one, and a zone where no region is named", () => {
  const { rates } = read(
    { retailPrice: 0.361, effectiveStartDate: "2024-01-01T00:00:00Z" },
    { retailPrice: 0.21 },
    { retailPrice: 0.21, skuName: "another" },
    { meterName: "S2S Connection", armRegionName: "", location: "Zone 1" },
  );

  expect(rates).toMatchObject([{ amount: 0.21 }, { meterName: "S2S Connection", location: "Zone 1" }]);
});

it("passes over rows that are none", () => {
  expect(parseRetailRow({ ...retailRow(), retailPrice: "0.21" })).toBeUndefined();
  expect(parseRetailRow(null)).toBeUndefined();
});
