import { expect, it } from "vitest";
import type { RecognisedConnection } from "../model/connection-kind.ts";
import { type Estate, emptyEstate } from "../model/estate.ts";
import { indexEstate } from "../model/estate-index.ts";
import type { RecognisedFacility } from "../model/facility-type.ts";
import type { Meter } from "../model/meter.ts";
import { keyOf } from "../model/resource-id.ts";
import { priceEstate } from "./price-estate.ts";
import { priceSheet } from "./price-sheet.ts";

const GATEWAY =
  "/subscriptions/s/resourceGroups/g/providers/Microsoft.Network/virtualNetworkGateways/hub-vpn";

const TUNNEL = "/subscriptions/s/resourceGroups/g/providers/Microsoft.Network/connections/hub-amsterdam";

const estate: Estate = {
  ...emptyEstate,
  resources: new Map([
    [
      keyOf(TUNNEL),
      {
        id: TUNNEL,
        type: "Microsoft.Network/connections",
        name: "hub-amsterdam",
        properties: { virtualNetworkGateway1: { id: GATEWAY.toUpperCase() } },
        origin: { file: "t.estate.yaml", path: [] },
      },
    ],
  ]),
};

const hourly: Meter = {
  serviceName: "VPN Gateway",
  productName: "VPN Gateway",
  meterName: "VpnGw1AZ",
  location: "westeurope",
  unit: "hour",
  quantity: 730,
  label: "hub-vpn, the gateway",
};

const gateway: RecognisedFacility = {
  facility: "gateway",
  resource: GATEWAY,
  label: "VPN gateway VpnGw1AZ",
  meters: () => [hourly],
};

const tunnel: RecognisedConnection = {
  kind: "tunnel",
  ends: ["hub", "amsterdam"],
  resources: [TUNNEL],
  label: "tunnel",
  state: "up",
  encrypted: true,
  crossesInternet: true,
  meters: (traffic) => [
    { ...hourly, meterName: "S2S Connection", label: "tunnel" },
    {
      serviceName: "Bandwidth",
      productName: "Rtn Preference: MGN",
      meterName: "Standard Data Transfer Out",
      location: "brazilsouth",
      unit: "GB",
      quantity: traffic?.there,
      label: "hub to amsterdam",
    },
  ],
};

function price(traffic?: { readonly there: number; readonly back: number }) {
  return priceEstate(
    { index: indexEstate(estate), connections: [tunnel], facilities: [gateway] },
    { sheet: priceSheet, trafficOf: () => traffic, nameOf: ({ ends }) => ends.join(" - ") },
  );
}

it("a facility is used by the connections whose resources refer to it, in whatever case", () => {
  const { items } = price();

  expect(items[0]).toMatchObject({ of: "hub-vpn", usedBy: ["hub - amsterdam"], rate: { readFor: "eastus" } });
});

it("adds up facilities and connections, each once", () => {
  const { monthly, connections } = price({ there: 200, back: 50 });

  expect(monthly).toEqual({ amount: 153.3 + 10.95 + 18.1, currency: "USD", atLeast: false });
  expect(connections[0]?.monthly?.amount).toBe(29.05);
});

it("what runs by the hour costs also without traffic, and is in no gigabyte", () => {
  const { monthly, connections } = price();

  expect(monthly?.amount).toBe(164.25);
  expect(connections[0]?.perGigabyte).toMatchObject({
    there: { amount: 0.181, atLeast: true },
    back: { amount: 0, atLeast: false },
  });
});
