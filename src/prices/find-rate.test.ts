import { expect, it } from "vitest";
import type { Meter } from "../model/meter.ts";
import { rateFinder } from "./find-rate.ts";
import { priceSheet } from "./price-sheet.ts";

const find = rateFinder(priceSheet);

function meter(serviceName: string, productName: string, meterName: string, location?: string): Meter {
  return { serviceName, productName, meterName, location, unit: "hour", quantity: 1, label: "" };
}

it("finds the rate of the meter's own region", () => {
  const rate = find(meter("VPN Gateway", "VPN Gateway", "VpnGw1AZ", "swedencentral"));

  expect(rate).toMatchObject({ amount: 0.21, location: "swedencentral" });
  expect(rate?.readFor).toBeUndefined();
});

it.each([
  ["of a gateway, wherever it was read", "VPN Gateway", "VPN Gateway", "VpnGw1AZ", "japaneast", "eastus"],
  [
    "of the same zone first",
    "ExpressRoute",
    "ExpressRoute Gateway",
    "ErGw1AZ Gateway",
    "uaenorth",
    "brazilsouth",
  ],
  [
    "of data within a zone",
    "Bandwidth",
    "Rtn Preference: MGN",
    "Standard Data Transfer Out",
    "japaneast",
    "australiaeast",
  ],
])("takes another region's rate and says so: %s", (_, service, product, name, region, readFor) => {
  expect(find(meter(service, product, name, region))).toMatchObject({ readFor });
});

it.each([
  [
    "data of another zone",
    "Bandwidth",
    "Rtn Preference: MGN",
    "Standard Inter-Region Data Transfer",
    "eastus",
  ],
  ["a zone for a zone", "ExpressRoute", "ExpressRoute", "Standard Metered Data 1 Gbps Circuit", "Zone 2"],
  ["a meter whose place is not known", "VPN Gateway", "VPN Gateway", "VpnGw1AZ", undefined],
  ["a gateway of another size", "VPN Gateway", "VPN Gateway", "VpnGw3AZ", "eastus"],
])("does not guess %s", (_, service, product, name, place) => {
  expect(find(meter(service, product, name, place))).toBeUndefined();
});
