import { expect, it } from "vitest";
import { propertyOf } from "../../../src/model/properties.ts";
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
    "Resource Graph as a table",
    {
      data: {
        columns: [{ name: "properties" }, { name: "id" }, { name: "name" }, { name: "type" }],
        rows: [
          [
            { ...properties, subnets: [{ ...subnet, properties: { addressPrefix: "10.0.0.0/25" } }] },
            hub.id,
            hub.name,
            hub.type,
          ],
        ],
      },
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

it("one page of several is said to be one", () => {
  const { diagnostics } = readAny(jsonFile({ value: [{ ...hub, properties }], nextLink: "https://example" }));

  expect(diagnostics).toMatchObject([
    { rule: "azure-export/incomplete-page", severity: "warning", origin: { path: ["nextLink"] } },
  ]);
});

const written = (value: object) => readAny(jsonFile([{ ...hub, properties: value }]));

it("what PowerShell has cut off is not known, and neither is what does not stand beside it", () => {
  const cut = written({ addressSpace: "@{addressPrefixes=System.Object[]}", subnets: "System.Object[]" });

  expect(cut.diagnostics).toMatchObject([{ rule: "azure-export/truncated-value", severity: "warning" }]);
  expect(cut.diagnostics[0]?.message).toBe(
    "PowerShell has cut off addressSpace, and 1 more: what lies below its -Depth is not known.",
  );
  expect(find(cut.estate, "/hub")).toMatchObject({
    existing: true,
    properties: { addressSpace: { kind: "unknown" } },
  });
  const joined = written({ addressSpace: { addressPrefixes: "10.0.0.0/24 10.0.1.0/24" } });
  expect(joined.diagnostics).toEqual([]);
  expect(find(joined.estate, "/hub").properties).toEqual({
    addressSpace: { addressPrefixes: ["10.0.0.0/24", "10.0.1.0/24"] },
  });
});

it("two tools that say the same in their own ways do not contradict each other", () => {
  const shown = {
    ...hub,
    resourceGroup: "net",
    addressSpace: { addressPrefixes: ["10.0.0.0/24"] },
    ipConfigurations: [
      { id: `${hub.id}/parts/a`, name: "a", etag: "1", resourceGroup: "net", subnet: { id: subnet.id } },
    ],
    subnets: [],
  };
  const rest = {
    ...hub,
    properties: {
      provisioningState: "Succeeded",
      addressSpace: { addressPrefixes: ["10.0.0.0/24"] },
      ipConfigurations: [
        {
          id: `${hub.id}/parts/a`,
          name: "a",
          etag: "2",
          type: "Microsoft.Network/x",
          properties: { subnet: { id: subnet.id.toUpperCase().replace("/SUBSCRIPTIONS", "/subscriptions") } },
        },
      ],
    },
  };
  const rules = (other: object) =>
    together(jsonFile([shown], "a.json"), jsonFile([other], "b.json")).diagnostics.map(({ rule }) => rule);

  expect(rules(rest)).not.toContain("estate/duplicate-resource");
  expect(rules({ ...hub, properties: { addressSpace: { addressPrefixes: ["10.9.0.0/24"] } } })).toContain(
    "estate/duplicate-resource",
  );
});

it("Get-AzVirtualNetwork begins names with a capital, and is read all the same", () => {
  const { estate, diagnostics } = readAny(
    jsonFile([
      {
        Id: hub.id,
        Name: "hub",
        AddressSpace: { AddressPrefixes: ["10.0.0.0/24"] },
        Subnets: [{ Id: subnet.id, Name: "web", AddressPrefix: ["10.0.0.0/25"] }],
        SubnetsText: "[…]",
      },
    ]),
  );

  expect(diagnostics).toEqual([]);
  expect(propertyOf(find(estate, "/hub"), "addressSpace", "addressPrefixes")).toEqual(["10.0.0.0/24"]);
  expect(propertyOf(find(estate, "/hub"), "subnetsText")).toBeUndefined();
  expect(propertyOf(find(estate, "/web"), "addressPrefix")).toEqual(["10.0.0.0/25"]);
});

it("what a list only names is there, and nothing is said of it; another file may say more", () => {
  const named = jsonFile([{ ...hub, properties: null, sku: null, provisioningState: "Succeeded" }], "a.json");
  const whole = jsonFile([{ ...hub, properties }], "b.json");

  const alone = together(named);
  const both = together(named, whole);

  expect(alone.diagnostics).toMatchObject([
    { rule: "azure-export/missing-properties", severity: "warning", origin: { path: [0] } },
  ]);
  expect(find(alone.estate, "/hub")).toMatchObject({ existing: true, properties: {} });
  expect(find(readAny(jsonFile([hub])).estate, "/hub")).toMatchObject({ existing: true });
  expect(both.diagnostics.map(({ rule }) => rule)).not.toContain("estate/duplicate-resource");
  expect(find(both.estate, "/hub").properties).toEqual(properties);
});
