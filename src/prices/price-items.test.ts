import { expect, it } from "vitest";
import type { Meter } from "../model/meter.ts";
import { rateFinder } from "./find-rate.ts";
import { priceItems, totalOf } from "./price-items.ts";
import { priceSheet } from "./price-sheet.ts";

const gateway: Meter = {
  serviceName: "VPN Gateway",
  productName: "VPN Gateway",
  meterName: "VpnGw1AZ",
  location: "eastus",
  unit: "hour",
  quantity: 730,
  label: "hub-vpn",
};
const traffic: Meter = {
  serviceName: "Virtual Network",
  productName: "Virtual Network Peering",
  meterName: "Intra-Region Egress",
  location: "Global",
  unit: "GB",
  quantity: 100,
  label: "hub to orders",
};

const find = rateFinder(priceSheet);

it("a gateway is an item once, with all that use it; two of a kind are two", () => {
  const items = priceItems(
    [
      { of: "hub-vpn", usedBy: ["hub - amsterdam", "orders - amsterdam"], meters: [gateway] },
      { of: "spare-vpn", usedBy: [], meters: [gateway] },
    ],
    find,
    "USD",
  );

  expect(items).toMatchObject([
    {
      of: "hub-vpn",
      usedBy: ["hub - amsterdam", "orders - amsterdam"],
      quantity: 730,
      monthly: { amount: 153.3, currency: "USD", atLeast: false },
    },
    { of: "spare-vpn", usedBy: [], monthly: { amount: 153.3 } },
  ]);
});

it("data of one meter is one item, whoever sends it", () => {
  const items = priceItems(
    [
      { usedBy: ["a"], meters: [traffic] },
      { usedBy: ["b"], meters: [traffic, { ...traffic, quantity: undefined }] },
      { of: "hub-vpn", usedBy: ["a"], meters: [traffic] },
    ],
    find,
    "USD",
  );

  expect(items).toMatchObject([
    { usedBy: ["a", "b"], quantity: 300, uses: 4, notGiven: 1, monthly: { amount: 3, atLeast: false } },
  ]);
  expect(items[0]).not.toHaveProperty("of");
});

it("what has no rate has no amount, and makes the total a lower bound", () => {
  const unknown = { ...gateway, meterName: "VpnGw3AZ" };
  const items = priceItems([{ of: "hub-vpn", usedBy: [], meters: [unknown, traffic] }], find, "USD");

  expect(items[0]).not.toHaveProperty("monthly");
  expect(totalOf(items, "USD")).toEqual({ amount: 1, currency: "USD", atLeast: true });
});

it("without any quantity there is no total", () => {
  const items = priceItems([{ usedBy: ["a"], meters: [{ ...traffic, quantity: undefined }] }], find, "USD");

  expect(items).toMatchObject([{ notGiven: 1, rate: { amount: 0.01 } }]);
  expect(totalOf(items, "USD")).toBeUndefined();
});

it("tiers count the sum of all", () => {
  const out: Meter = {
    ...traffic,
    serviceName: "Bandwidth",
    productName: "Rtn Preference: MGN",
    meterName: "Standard Data Transfer Out",
    location: "brazilsouth",
  };

  const items = priceItems(
    [
      { of: "a-vpn", usedBy: ["a"], meters: [out] },
      { of: "b-vpn", usedBy: ["b"], meters: [out] },
    ],
    find,
    "USD",
  );

  expect(items).toMatchObject([{ quantity: 200, monthly: { amount: 18.1 } }]);
});
