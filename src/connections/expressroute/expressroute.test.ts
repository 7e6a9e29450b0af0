import { expect, it } from "vitest";
import { parsePrefix } from "../../ip/index.ts";
import type { ValidRange } from "../../model/address-range.ts";
import type { PlannedParts, Wish } from "../../model/connection-kind.ts";
import { type Estate, emptyEstate } from "../../model/estate.ts";
import { indexEstate } from "../../model/estate-index.ts";
import type { CircuitIntent, SiteIntent, VirtualNetworkIntent } from "../../model/intent.ts";
import type { Needs } from "../../model/needs.ts";
import type { Resource } from "../../model/resource.ts";
import { keyOf } from "../../model/resource-id.ts";
import type { ValueObject } from "../../model/unknown.ts";
import { expressRoute } from "./index.ts";

type Circuit = Omit<CircuitIntent, "origin">;
const origin = { file: "network.yaml", path: ["connections", 0] };
const group = "/subscriptions/s/resourceGroups/g/providers/Microsoft.Network";
const own = (name: string) => name;
const [AMSTERDAM, LONDON, DUBLIN]: readonly [Circuit, Circuit, Circuit] = [
  { peeringLocation: "Amsterdam", bandwidthMbps: 1000, leadTimeDays: 42 },
  { peeringLocation: "London", bandwidthMbps: 500, leadTimeDays: 10 },
  { peeringLocation: "Dublin", bandwidthMbps: 500 },
];

const ON_PORT: Circuit = { port: `${group}/expressRoutePorts/ports` };

it.each<[string, Circuit[], Needs, number | undefined, string]>([
  ["one circuit", [AMSTERDAM], {}, 1000, "The circuit of a has 1 Gbps."],
  [
    "the least of two, twice",
    [AMSTERDAM, LONDON],
    {},
    1000,
    "The 2 circuits of a carry 1 Gbps: flows are spread evenly over 2, and the smallest has 500 Mbps.",
  ],
  [
    "what is left of two",
    [AMSTERDAM, LONDON],
    asks("resilience", "circuit"),
    500,
    "1 of the 2 circuits of a is left after the loss that is to be survived, and the smallest has 500 Mbps.",
  ],
  [
    "what is left of three locations",
    [AMSTERDAM, LONDON, DUBLIN],
    asks("resilience", "peeringLocation"),
    1000,
    "2 of the 3 circuits of a carry 1 Gbps after the loss that is to be survived: flows are spread evenly over 2, and the smallest has 500 Mbps.",
  ],
  [
    "four at most",
    [LONDON, LONDON, LONDON, LONDON, LONDON],
    {},
    2000,
    "The 5 circuits of a carry 2 Gbps: flows are spread evenly over 4, and the smallest has 500 Mbps.",
  ],
  ["what is not ordered yet", [{}], {}, 10_000, "Circuits through a provider go up to 10 Gbps."],
  [
    "what is not ordered yet on a port",
    [ON_PORT],
    {},
    100_000,
    "Circuits of ExpressRoute Direct go up to 100 Gbps, where the ports are as large.",
  ],
  [
    "an existing one that says nothing",
    [{ existing: `${group}/expressRouteCircuits/c` }],
    {},
    undefined,
    "The file does not say the bandwidth of the circuit that exists.",
  ],
])("claims the bandwidth of %s", (_, circuits, needs, value, says) => {
  const { bandwidthMbps } = expressRoute.claims(wish(circuits, needs));

  expect(bandwidthMbps.value).toBe(value);
  expect(bandwidthMbps.says).toBe(says);
});

it.each<[string, Circuit[], Needs, number | undefined]>([
  ["the first circuit", [AMSTERDAM, LONDON], {}, 10],
  ["the last where one may be lost", [AMSTERDAM, LONDON], asks("resilience", "circuit"), 42],
  ["nothing where one of them says nothing", [AMSTERDAM, DUBLIN], asks("resilience", "circuit"), undefined],
  ["none of a circuit that exists", [{ existing: "x" }, LONDON], {}, 0],
  ["none of a port that is there", [ON_PORT, LONDON], {}, 0],
  ["what a person says of a port", [{ ...ON_PORT, leadTimeDays: 30 }], {}, 30],
  ["nothing without a circuit", [], {}, undefined],
])("claims the lead time of %s", (_, circuits, needs, value) => {
  expect(expressRoute.claims(wish(circuits, needs)).leadTimeDays.value).toBe(value);
});

it.each<[string, Circuit[], string[]]>([
  ["one circuit", [AMSTERDAM], ["instance", "zone", "device"]],
  [
    "two at one location",
    [AMSTERDAM, { peeringLocation: "amsterdam" }],
    ["instance", "zone", "device", "circuit"],
  ],
  ["two at two locations", [AMSTERDAM, LONDON], ["instance", "zone", "device", "circuit", "peeringLocation"]],
])("claims what %s survive", (_, circuits, losses) => {
  expect(expressRoute.claims(wish(circuits)).resilience.value).toEqual(losses);
});

it.each<[string, Wish, string | undefined, boolean]>([
  ["a site without a circuit", wish([]), "a names no circuit, and only a provider can lay one.", false],
  [
    "an id of something else",
    wish([{ existing: `${group}/virtualNetworks/v` }]),
    `a has the existing circuit "${group}/virtualNetworks/v", which is not the id of a circuit.`,
    true,
  ],
  [
    "equal ranges",
    wish([AMSTERDAM], {}, ["10.0.0.0/16"]),
    "a (10.0.0.0/16) lies within hub (10.0.0.0/16): packets for it never leave the network, and ExpressRoute has no NAT.",
    true,
  ],
  [
    "a site inside the network",
    wish([AMSTERDAM], {}, ["10.0.5.0/24"]),
    "a (10.0.5.0/24) lies within hub (10.0.0.0/16): packets for it never leave the network, and ExpressRoute has no NAT.",
    true,
  ],
  ["no site around the network", wish([AMSTERDAM], {}, ["10.0.0.0/8"]), undefined, false],
  ["no site beside it", wish([AMSTERDAM]), undefined, false],
  [
    "a SKU of nothing",
    { ...wish([AMSTERDAM]), sku: "VpnGw1AZ" },
    "The SKU VpnGw1AZ is asked for, and neither an ExpressRoute gateway nor a circuit has it.",
    false,
  ],
])("refuses %s", (_, asked, because, hasPlace) => {
  const refusal = expressRoute.refuse?.(asked);

  expect(refusal?.because).toBe(because);
  expect(refusal?.origin !== undefined).toBe(hasPlace);
});

it("demands the gateway of the host and every circuit of the site", () => {
  const needs = {
    ...asks("bandwidth", { atLeastMbps: 900, guaranteed: true }),
    ...asks("traffic", { there: 70, back: 9 }),
  };

  const demands = expressRoute.demands?.(wish([AMSTERDAM, LONDON], needs), () => "other");

  expect(demands).toEqual([
    {
      facility: "expressroute-gateway",
      at: { virtualNetwork: "other" },
      asks: {
        bandwidthMbps: 900,
        circuits: [
          { site: "a", circuit: 0 },
          { site: "a", circuit: 1 },
        ],
        links: 2,
        routes: 1,
      },
      usedBy: "hub - a",
    },
    ...[0, 1].map((circuit) => ({
      facility: "expressroute-circuit",
      at: { site: "a", circuit },
      asks: { bandwidthMbps: 450, virtualNetworks: ["other"], links: 1, routes: 1, egressGigabytes: 35 },
      usedBy: "hub - a",
    })),
  ]);
});

it("asks of either circuit what must be left when the other is lost", () => {
  const needs = {
    ...asks("bandwidth", { atLeastMbps: 400, guaranteed: true }),
    ...asks("resilience", "circuit"),
  };

  const [, ...circuits] = expressRoute.demands?.(wish([AMSTERDAM, LONDON], needs), own) ?? [];

  expect(circuits.map((demand) => demand.asks.bandwidthMbps)).toEqual([400, 400]);
});

it("counts what leaves Azure, whichever end comes first", () => {
  const there = wish([AMSTERDAM], asks("traffic", { there: 1, back: 500 }));
  const [network, site] = there.ends;

  const [, circuit] = expressRoute.demands?.({ ...there, ends: [site, network] }, own) ?? [];

  expect(circuit?.asks).toMatchObject({ egressGigabytes: 500, regions: ["northeurope"] });
});

it.each([
  ["ErGw2AZ", ["ErGw2AZ", undefined]],
  ["Standard", ["Standard", undefined]],
  ["Premium", [undefined, "Premium"]],
  ["standard_unlimiteddata", [undefined, "standard_unlimiteddata"]],
])("asks for the SKU %s of whoever has it", (sku, expected) => {
  const demands = expressRoute.demands?.({ ...wish([AMSTERDAM]), sku }, own);

  expect(demands?.map((demand) => demand.asks.sku)).toEqual(expected);
});

it("links the gateway with each circuit, and waits only for those that are yet to be laid", () => {
  const circuits = [
    resource("expressRouteCircuits/a-circuit"),
    { ...resource("expressRouteCircuits/old"), existing: true as const },
  ];

  const built =
    expressRoute.build?.(wish([AMSTERDAM, { existing: circuits[1]?.id ?? "" }]), partsOf(circuits)) ?? [];

  expect(
    built.map(({ id, location, properties, deployWhen }) => ({
      id,
      location,
      properties,
      when: deployWhen?.parameter,
    })),
  ).toEqual([
    {
      id: `${group}/connections/hub-to-a-circuit`,
      location: "northeurope",
      properties: {
        connectionType: "ExpressRoute",
        virtualNetworkGateway1: { id: `${group}/virtualNetworkGateways/hub-expressroute` },
        peer: { id: `${group}/expressRouteCircuits/a-circuit` },
      },
      when: "circuitProvisioned",
    },
    {
      id: `${group}/connections/hub-to-old`,
      location: "northeurope",
      properties: {
        connectionType: "ExpressRoute",
        virtualNetworkGateway1: { id: `${group}/virtualNetworkGateways/hub-expressroute` },
        peer: { id: `${group}/expressRouteCircuits/old` },
      },
      when: undefined,
    },
  ]);
});

it("waits for nobody where the circuit stands on a port, and tells so", () => {
  const circuit = resource("expressRouteCircuits/a-circuit", {
    expressRoutePort: { id: ON_PORT.port ?? "" },
  });
  const asked = wish([ON_PORT]);

  const [connection] = expressRoute.build?.(asked, partsOf([circuit])) ?? [];

  expect(connection?.deployWhen).toBeUndefined();
  expect(expressRoute.notes?.(asked)).toEqual([]);
  expect(expressRoute.notes?.(wish([ON_PORT, AMSTERDAM]))).toHaveLength(1);
  expect(expressRoute.claims(asked).encryption.says).toContain("MACsec");
  expect(expressRoute.claims(wish([AMSTERDAM])).encryption.says).not.toContain("MACsec");
});

it("links a circuit of another subscription with a key that nobody writes down, and with no shared key ever", () => {
  const circuit = {
    ...resource("expressRouteCircuits/old"),
    id: "/subscriptions/other/resourceGroups/g/providers/Microsoft.Network/expressRouteCircuits/old",
    existing: true as const,
  };

  const [connection] = expressRoute.build?.(wish([{ existing: circuit.id }]), partsOf([circuit])) ?? [];

  expect(connection?.properties).toMatchObject({ authorizationKey: { kind: "unknown" } });
  expect(JSON.stringify(connection)).not.toMatch(/sharedKey/i);
});

it("recognises two circuits of one site as one connection, and bills half of the traffic to each", () => {
  const circuits = ["one", "two"].map((name) => metered(`expressRouteCircuits/${name}`));
  const estate = estateOf([gateway(), ...circuits, ...circuits.map(connectionTo)], {
    providerRouters: [{ name: "r", asn: 65_010, circuits: circuits.map(({ id }) => id), site: "a", origin }],
  });

  const [found, ...others] = expressRoute.recognise?.(indexEstate(estate)) ?? [];

  expect(others).toEqual([]);
  expect(found).toMatchObject({
    kind: "expressroute",
    ends: [keyOf(`${group}/virtualNetworks/hub`), "a"],
    label: "ExpressRoute 500 Mbps + 500 Mbps",
    state: "up",
    encrypted: false,
    crossesInternet: false,
  });
  expect(found?.resources).toContain(keyOf(`${group}/virtualNetworkGateways/hub-expressroute`));
  expect(found?.meters({ there: 70, back: 9 }).map(({ location, quantity }) => [location, quantity])).toEqual(
    [
      ["Zone 1", 35],
      ["Zone 1", 35],
    ],
  );
});

it("takes the site that a circuit was written in for its far side, and else the circuit itself", () => {
  const [mine, foreign] = ["mine", "foreign"].map((name) => metered(`expressRouteCircuits/${name}`));
  if (!mine || !foreign) throw new Error("no circuits");
  const written = { ...mine, origin: { ...origin, path: ["sites", "a", "circuits", 0] } };
  const estate = estateOf([gateway(), written, foreign, connectionTo(written), connectionTo(foreign)], {
    sites: [{ name: "a", addressPrefixes: [], vpnDevices: [], origin: { ...origin, path: ["sites", "a"] } }],
  });

  const far = expressRoute.recognise?.(indexEstate(estate)).map(({ ends }) => ends[1]);

  expect(far).toEqual(["a", keyOf(foreign.id)]);
});

it.each<[string, ValueObject, ValueObject, string]>([
  ["nothing is said", {}, {}, "up"],
  ["Azure says it is not connected", { connectionStatus: "NotConnected" }, {}, "down"],
  ["Azure is connecting", { connectionStatus: "Connecting" }, {}, "partial"],
  ["the provider is not done", {}, { serviceProviderProvisioningState: "NotProvisioned" }, "down"],
  ["the provider is done", {}, { serviceProviderProvisioningState: "Provisioned" }, "up"],
])("tells the state where %s", (_, ofConnection, ofCircuit, state) => {
  const circuit = resource("expressRouteCircuits/c", ofCircuit);
  const connection = connectionTo(circuit);
  const estate = estateOf([
    gateway(),
    circuit,
    { ...connection, properties: { ...connection.properties, ...ofConnection } },
  ]);

  expect(expressRoute.recognise?.(indexEstate(estate)).map((found) => found.state)).toEqual([state]);
});

function asks<K extends keyof Needs>(need: K, value: NonNullable<Needs[K]>["value"]): Needs {
  return { [need]: { value, origin } };
}

function wish(circuits: readonly Circuit[], needs: Needs = {}, addressSpace = ["192.168.0.0/16"]): Wish {
  const network: VirtualNetworkIntent = {
    name: "hub",
    region: "northeurope",
    scope: {},
    addressSpace: [range("10.0.0.0/16")],
    dualStack: false,
    growth: { type: "nextPowerOfTwo" },
    subnets: [],
    tags: {},
    origin,
  };
  const site: SiteIntent = {
    name: "a",
    addressSpace: addressSpace.map(range),
    vpnDevices: [],
    circuits: circuits.map((circuit) => ({ ...circuit, origin })),
    origin,
  };
  return {
    name: "hub - a",
    ends: [
      { type: "virtualNetwork", name: "hub", network },
      { type: "site", name: "a", site },
    ],
    needs,
    origin,
  };
}

function range(text: string): ValidRange {
  const prefix = parsePrefix(text);
  if (!prefix) throw new Error(text);
  return { text, prefix, origin };
}

function resource(path: string, properties: ValueObject = {}): Resource {
  const [type = "", name = ""] = path.split("/");
  return {
    id: `${group}/${path}`,
    type: `Microsoft.Network/${type}`,
    name,
    location: "northeurope",
    properties,
    origin,
  };
}

function metered(path: string): Resource {
  return {
    ...resource(path, { serviceProviderProperties: { peeringLocation: "Amsterdam", bandwidthInMbps: 500 } }),
    envelope: { sku: { tier: "Standard", family: "MeteredData" } },
  };
}

function gateway(): Resource {
  const subnet = { id: `${group}/virtualNetworks/hub/subnets/GatewaySubnet` };
  return resource("virtualNetworkGateways/hub-expressroute", {
    gatewayType: "ExpressRoute",
    ipConfigurations: [{ properties: { subnet } }],
  });
}

function connectionTo(circuit: Resource): Resource {
  return resource(`connections/to-${circuit.name}`, {
    connectionType: "ExpressRoute",
    virtualNetworkGateway1: { id: gateway().id },
    peer: { id: circuit.id },
  });
}

function partsOf(circuits: readonly Resource[]): PlannedParts {
  return {
    resourceOf: () => resource("virtualNetworks/hub"),
    hostOf: own,
    natRangesOf: () => [],
    facilityOf: ({ facility, at }) => {
      const found = "circuit" in at ? circuits[at.circuit] : gateway();
      if (!found) throw new Error(facility);
      const sized = {
        facility,
        title: facility,
        at,
        name: found.name,
        sku: "",
        demands: [],
        addresses: [],
        meters: [],
        because: [],
      };
      return { sized, resource: found };
    },
  };
}

function estateOf(resources: readonly Resource[], rest: Partial<Estate> = {}): Estate {
  return { ...emptyEstate, ...rest, resources: new Map(resources.map((each) => [keyOf(each.id), each])) };
}
