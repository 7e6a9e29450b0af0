import { expect, it } from "vitest";
import { originOf } from "../../../src/model/resource.ts";
import { everythingUp } from "../../../src/model/situation.ts";
import { predict } from "../../../src/predict.ts";
import { recognise } from "../../../src/readers/recognise.ts";
import { find, fixture, jsonFile, readAny, together } from "../planted.ts";

const NET = "/subscriptions/1/resourceGroups/net/providers/Microsoft.Network";
const hub = { id: `${NET}/virtualNetworks/hub`, name: "hub", type: "Microsoft.Network/virtualNetworks" };
const properties = { addressSpace: { addressPrefixes: ["10.0.0.0/24"] }, provisioningState: "Succeeded" };
const subnet = { id: `${hub.id}/subnets/web`, name: "web" };

const spellings: readonly (readonly [tool: string, value: object])[] = [
  [
    "az … show",
    {
      ...hub,
      ...properties,
      resourceGroup: "net",
      etag: "1",
      subnets: [{ ...subnet, addressPrefix: "10.0.0.0/25" }],
    },
  ],
  [
    "az resource show",
    {
      ...hub,
      properties: { ...properties, subnets: [{ ...subnet, properties: { addressPrefix: "10.0.0.0/25" } }] },
    },
  ],
  [
    "a page of the REST API",
    {
      value: [
        { ...hub, properties },
        { ...subnet, properties: { addressPrefix: "10.0.0.0/25" } },
      ],
    },
  ],
  [
    "az graph query",
    {
      count: 1,
      data: [
        {
          ...hub,
          tenantId: "t",
          subscriptionId: "1",
          properties: {
            ...properties,
            subnets: [{ ...subnet, properties: { addressPrefix: "10.0.0.0/25" } }],
          },
        },
      ],
      skip_token: null,
    },
  ],
  [
    "Get-AzResource",
    [
      {
        ResourceId: hub.id,
        Id: hub.id,
        Name: "hub",
        ResourceType: hub.type,
        Properties: { ...properties, subnets: [{ ...subnet, properties: { addressPrefix: "10.0.0.0/25" } }] },
        Tags: null,
      },
    ],
  ],
];

it.each(spellings)("%s is read into the same network", (_tool, value) => {
  const document = jsonFile(value);

  const { estate, diagnostics } = readAny(document);

  expect(recognise(document)).toBe("azure-export");
  expect(diagnostics).toEqual([]);
  expect(
    [...estate.resources.values()].map(({ type, name, properties }) => [type, name, properties]),
  ).toEqual([
    ["Microsoft.Network/virtualNetworks", "hub", properties],
    ["Microsoft.Network/virtualNetworks/subnets", "web", { addressPrefix: "10.0.0.0/25" }],
  ]);
});

it("a finding points at the member that az has lifted to the top", () => {
  const document = jsonFile([
    { ...hub, ...properties, subnets: [{ ...subnet, addressPrefix: "10.0.0.0/25" }] },
  ]);

  const { estate } = readAny(document);

  expect(originOf(find(estate, "/hub"), "properties", "addressSpace", "addressPrefixes", 0).path).toEqual([
    0,
    "addressSpace",
    "addressPrefixes",
    0,
  ]);
  expect(originOf(find(estate, "/web"), "properties", "addressPrefix").path).toEqual([
    0,
    "subnets",
    0,
    "addressPrefix",
  ]);
});

it("the SKU stands where ARM has it, which differs by type", () => {
  const { estate } = readAny(fixture("azure-export/two-networks.json"));

  expect(find(estate, "/hub-gw").properties["sku"]).toMatchObject({ name: "VpnGw1AZ" });
  expect(find(estate, "/hub-gw-ip").envelope).toMatchObject({
    sku: { name: "Standard" },
    zones: ["1", "2", "3"],
  });
});

it("two networks joined by Site-to-Site reach each other, and the office stays a site", () => {
  const { estate } = together(fixture("azure-export/two-networks.json"));
  const { topology } = predict(estate, everythingUp);

  const sites = [...topology.nodes.values()].filter(({ role }) => role === "site");
  expect(sites.map(({ name }) => name)).toEqual(["office"]);
  expect([...topology.links.values()].map(({ name, brokenBecause }) => [name, brokenBecause])).toEqual([
    ["hub-office", undefined],
    ["far-hub", undefined],
  ]);
});

it("what is said twice and differently is reported with both places", () => {
  const other = { addressSpace: { addressPrefixes: ["10.9.0.0/24"] } };

  const { diagnostics } = readAny(
    jsonFile([
      { ...hub, ...properties },
      { ...hub, ...properties },
      { ...hub, ...other },
    ]),
  );

  expect(diagnostics).toMatchObject([
    { rule: "azure-export/duplicate-resource", origin: { path: [2] }, related: [{ origin: { path: [0] } }] },
  ]);
});

it("what stands in no resource group is passed over and said", () => {
  const { estate, diagnostics } = readAny(
    jsonFile([
      {
        id: "/subscriptions/1/providers/Microsoft.Authorization/roles/x",
        type: "Microsoft.Authorization/roles",
      },
    ]),
  );

  expect(estate.coverage.passedOver).toEqual([{ type: "Microsoft.Authorization/roles", count: 1 }]);
  expect(diagnostics).toMatchObject([{ rule: "azure-export/unsupported-type", severity: "info" }]);
});

it("of what is no part of a network nothing is kept but that it is there", () => {
  const id = "/subscriptions/1/resourceGroups/net/providers/Microsoft.Web/sites/shop";

  const { estate } = readAny(jsonFile([{ id, properties: { connectionString: "planted" } }]));

  expect(find(estate, "/shop")).toMatchObject({ properties: {}, existing: true });
});

it("an id that Azure would not write is named", () => {
  const id = "/subscriptions/1/resourceGroups/net/providers/Microsoft.Network/hub/subnets/web";

  expect(readAny(jsonFile([{ id }])).diagnostics).toMatchObject([
    { rule: "azure-export/invalid-id", origin: { path: [0] } },
  ]);
});
