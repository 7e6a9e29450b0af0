import { expect, it } from "vitest";
import { emptyEstate } from "../../model/estate.ts";
import { indexEstate } from "../../model/estate-index.ts";
import { allExpressRouteCircuits } from "../../model/express-route-circuit.ts";
import type { CircuitIntent } from "../../model/intent.ts";
import type { Resource } from "../../model/resource.ts";
import { keyOf } from "../../model/resource-id.ts";
import { buildCircuit } from "./build.ts";
import { recogniseCircuits } from "./recognise.ts";
import type { SizedCircuit } from "./size.ts";

const origin = { file: "network.yaml", path: ["sites", "a", "circuits", 0] };
const group = "/subscriptions/s/resourceGroups/g";
const network: Resource = {
  id: `${group}/providers/Microsoft.Network/virtualNetworks/hub`,
  type: "Microsoft.Network/virtualNetworks",
  name: "hub",
  location: "northeurope",
  properties: {},
  origin,
};
const networks = { resourceOf: () => network };
const ON_PORT_ORDER = { tier: "Standard", family: "MeteredData", mbps: 5000 } as const;
const ORDER = { tier: "Premium", family: "MeteredData", mbps: 500 } as const;

it("orders a circuit in the scope of the first network that uses it", () => {
  const [circuit] = buildCircuit(sized({ provider: "Equinix", peeringLocation: "Amsterdam" }), networks);

  expect(circuit).toMatchObject({
    id: `${group}/providers/Microsoft.Network/expressRouteCircuits/a-circuit`,
    type: "Microsoft.Network/expressRouteCircuits",
    location: "northeurope",
    properties: {
      serviceProviderProperties: {
        serviceProviderName: "Equinix",
        peeringLocation: "Amsterdam",
        bandwidthInMbps: 500,
      },
    },
    envelope: { sku: { name: "Premium_MeteredData", tier: "Premium", family: "MeteredData" } },
  });
  expect(circuit?.deployWhen).toBeUndefined();
});

it("asks for what the file does not say", () => {
  const [circuit] = buildCircuit(sized({}), networks);

  expect(circuit?.properties).toMatchObject({
    serviceProviderProperties: {
      serviceProviderName: { kind: "unknown" },
      peeringLocation: { kind: "unknown" },
    },
  });
});

it("writes the private peering once the provider is done, and knows none of what is agreed", () => {
  const [circuit, peering, ...others] = buildCircuit(sized({}), networks);

  expect(others).toEqual([]);
  expect(peering).toMatchObject({
    id: `${circuit?.id}/peerings/AzurePrivatePeering`,
    type: "Microsoft.Network/expressRouteCircuits/peerings",
    deployWhen: { parameter: "circuitProvisioned" },
  });
  expect(Object.entries(peering?.properties ?? {}).map(([name, value]) => [name, kindOf(value)])).toEqual([
    ["peeringType", "AzurePrivatePeering"],
    ["peerASN", "unknown"],
    ["primaryPeerAddressPrefix", "unknown"],
    ["secondaryPeerAddressPrefix", "unknown"],
    ["vlanId", "unknown"],
  ]);
});

it("refers to a circuit that exists, in whatever subscription, and writes nothing of it", () => {
  const existing =
    "/subscriptions/other/resourceGroups/net/providers/Microsoft.Network/expressRouteCircuits/Old";
  const { order: _, ...without } = sized({ existing, bandwidthMbps: 200 });

  expect(buildCircuit(without, networks)).toMatchObject([
    {
      id: existing,
      name: "Old",
      existing: true,
      properties: { serviceProviderProperties: { bandwidthInMbps: 200 } },
    },
  ]);
});

const PORT = "/subscriptions/other/resourceGroups/wan/providers/Microsoft.Network/expressRoutePorts/ports";
const ON_PORT = { port: PORT, peeringLocation: "Amsterdam" };

it("cuts a circuit from the customer's ports, and waits for no provider", () => {
  const [circuit, peering, port, ...others] = buildCircuit(sized(ON_PORT), networks);

  expect(others).toEqual([]);
  expect(circuit).toMatchObject({
    id: `${group}/providers/Microsoft.Network/expressRouteCircuits/a-circuit`,
    location: "northeurope",
    properties: { expressRoutePort: { id: PORT }, bandwidthInGbps: 5, authorizationKey: { kind: "unknown" } },
    envelope: { sku: { name: "Standard_MeteredData" } },
  });
  expect(circuit?.properties).not.toHaveProperty("serviceProviderProperties");
  expect(peering?.deployWhen).toBeUndefined();
  expect(peering?.id).toBe(`${circuit?.id}/peerings/AzurePrivatePeering`);
  expect(port).toMatchObject({ id: PORT, name: "ports", existing: true });
});

it("needs no key for ports of its own subscription", () => {
  const [circuit] = buildCircuit(sized({ port: PORT.replace("other", "S") }), networks);

  expect(circuit?.properties).not.toHaveProperty("authorizationKey");
});

it.each<[string, "Standard" | "Premium", string[]]>([
  ["nothing for a circuit that the ports include", "Standard", []],
  ["a meter without a known price for any other", "Premium", ["Direct Premium Metered Data 5 Gbps Circuit"]],
])("bills %s", (_, tier, expected) => {
  const order = { tier, family: "MeteredData", mbps: 5000 } as const;
  const circuit: SizedCircuit = { ...sized(ON_PORT), order };
  const estate = estateOf(buildCircuit(circuit, networks));

  const [found] = recogniseCircuits(estate);

  expect(found?.label).toBe(`ExpressRoute circuit ${tier} 5 Gbps`);
  expect(found?.meters().map(({ meterName }) => meterName)).toEqual(expected);
  expect(allExpressRouteCircuits(estate)).toMatchObject([
    { peeringLocation: "Amsterdam", portKey: keyOf(PORT) },
  ]);
});

it("writes no secret", () => {
  expect(JSON.stringify(buildCircuit(sized({}), networks))).not.toMatch(
    /sharedKey|serviceKey|authorization/i,
  );
});

it("recognises what it built, and bills it by the month", () => {
  const built = buildCircuit(sized({ peeringLocation: "Amsterdam" }), networks);

  const [found, ...others] = recogniseCircuits(estateOf(built));

  expect(others).toEqual([]);
  expect(found).toMatchObject({
    facility: "expressroute-circuit",
    sku: "Premium_MeteredData",
    label: "ExpressRoute circuit Premium 500 Mbps",
  });
  expect(found?.meters()).toMatchObject([
    { meterName: "Premium Metered Data 500 Mbps Circuit", location: "Zone 1", unit: "month", quantity: 1 },
  ]);
});

it("bills nothing for a circuit that is only referred to", () => {
  const existing = `${group}/providers/Microsoft.Network/expressRouteCircuits/old`;

  const [found] = recogniseCircuits(estateOf(buildCircuit(sized({ existing }), networks)));

  expect(found?.meters()).toEqual([]);
});

function kindOf(value: unknown): unknown {
  return typeof value === "object" && value !== null && "kind" in value ? value.kind : value;
}

function estateOf(resources: readonly Resource[]) {
  return indexEstate({
    ...emptyEstate,
    resources: new Map(resources.map((resource) => [keyOf(resource.id), resource])),
  });
}

function sized(circuit: Omit<CircuitIntent, "origin">): SizedCircuit {
  return {
    facility: "expressroute-circuit",
    title: "ExpressRoute circuit",
    at: { site: "a", circuit: 0 },
    name: "a-circuit",
    sku: "Premium_MeteredData",
    demands: [],
    addresses: [],
    meters: [],
    because: [],
    circuit: { ...circuit, origin },
    virtualNetworks: ["hub"],
    order: circuit.port === undefined ? ORDER : ON_PORT_ORDER,
  };
}
