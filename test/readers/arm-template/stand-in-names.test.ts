import fc from "fast-check";
import { expect, it } from "vitest";
import { isStandInName } from "../../../src/model/stand-in-name.ts";
import type { Json } from "../../../src/source/document.ts";
import { findingsOf, readTemplate, valueOf } from "./evaluated.ts";

const text = { type: "string" };
const parameters = {
  vnetName: text,
  prefix: text,
  gatewayName: text,
  hubGroup: text,
  isProd: { type: "bool" },
  config: { type: "object" },
  names: { type: "array" },
  secret: { type: "securestring" },
};

const network = (name: Json, properties: Json = {}) => ({
  type: "Microsoft.Network/virtualNetworks",
  apiVersion: "2024-05-01",
  name,
  properties,
});

/** What a network with this name is called. */
function calledBy(expression: string): string | undefined {
  const { estate } = readTemplate({ parameters, resources: [network(`[${expression}]`)] });
  return [...estate.resources.values()][0]?.name;
}

it.each([
  ["parameters('vnetName')", "<vnetName>"],
  ["PARAMETERS('VNETNAME')", "<vnetName>"],
  ["concat(parameters('prefix'), '-vnet')", "<prefix>-vnet"],
  ["format('{0}-{1}-{2}', parameters('prefix'), 'a', 1)", "<prefix>-a-1"],
  ["toLower(concat(parameters('prefix'), '-vnet'))", "<prefix>-vnet"],
  ["take(concat(parameters('prefix'), '-x'), 5)", "<take(<prefix>-x,5)>"],
  ["replace(parameters('prefix'), '/', '-')", "<replace(<prefix>,'|','-')>"],
  ["parameters('config').network.name", "<config.network.name>"],
  ["parameters('names')[0]", "<names[0]>"],
  ["if(parameters('isProd'), 'prod', 'test')", "<if(<isProd>,'prod','test')>"],
  [
    "if(empty(parameters('vnetName')), 'vnet', parameters('vnetName'))",
    "<if(<empty(<vnetName>)>,'vnet',<vnetName>)>",
  ],
  ["coalesce(parameters('vnetName'), 'vnet')", "<coalesce(<vnetName>,'vnet')>"],
  ["string(parameters('isProd'))", "<isProd>"],
  ["concat('vnet-', resourceGroup().location)", "vnet-<resourceGroup().location>"],
  ["map(parameters('names'), lambda('n', lambdaVariables('n')))[0]", undefined],
  ["string(equals(parameters('vnetName'), 'a'))", undefined],
  ["parameters('secret')", undefined],
  ["reference(resourceId('Microsoft.Network/publicIPAddresses', 'x')).ipAddress", undefined],
])("calls what is named by %s %s", (expression, expected) => {
  expect(calledBy(expression)).toBe(expected);
});

const long = (letter: string) => `replace(parameters('prefix'), '${"a".repeat(200)}${letter}', 'b')`;

it("tells apart what would read alike", () => {
  const twins = [
    ["replace(parameters('prefix'), '/', '-')", "replace(parameters('prefix'), '|', '-')"],
    ["guid(parameters('prefix'), 'a', 'b')", "guid(parameters('prefix'), 'a'',''b')"],
    [
      "guid(concat(parameters('prefix'), ',x', parameters('vnetName')))",
      "guid(parameters('prefix'), concat('x', parameters('vnetName')))",
    ],
    ["take(parameters('prefix'), 5)", "take(parameters('prefix'), 6)"],
    ["string(add(length(parameters('prefix')), 1))", "string(add(length(parameters('prefix')), 2))"],
    [
      "if(parameters('isProd'), 'a', parameters('prefix'))",
      "if(parameters('isProd'), 'b', parameters('prefix'))",
    ],
    ["coalesce(parameters('prefix'), 'a')", "coalesce(parameters('prefix'), 'b')"],
    ["padLeft(parameters('prefix'), 5, '0')", "padLeft(parameters('prefix'), 5, '1')"],
    ["uniqueString(parameters('prefix'), 'a')", "uniqueString(take(parameters('prefix'), 1), 'a')"],
  ];

  for (const [one = "", other = ""] of twins) {
    expect(calledBy(one)).toBeDefined();
    expect(calledBy(one)).not.toBe(calledBy(other));
  }
});

/** Texts of two parameters, of few letters, so that some are made in the same way. */
const { anyText } = fc.letrec<{ anyText: string }>((tie) => {
  const two = fc.tuple(tie("anyText"), tie("anyText")).map((given) => given.join(", "));
  return {
    anyText: fc.oneof(
      { maxDepth: 3, withCrossShrink: true },
      fc.constantFrom(
        "parameters('prefix')",
        "parameters('vnetName')",
        "'a'",
        "'-'",
        "','",
        "'|'",
        "''''",
        "'('",
      ),
      two.map((given) => `concat(${given})`),
      two.map((given) => `format('{0}-{1}', ${given})`),
      two.map((given) => `coalesce(${given})`),
      two.map((given) => `if(equals(${given}), ${given})`),
      fc.tuple(tie("anyText"), fc.nat({ max: 2 })).map(([of, count]) => `take(${of}, ${count})`),
      tie("anyText").map((of) => `toUpper(${of})`),
      tie("anyText").map((of) => `replace(${of}, 'a', '-')`),
      tie("anyText").map((of) => `first(split(${of}, '-'))`),
      tie("anyText").map((of) => `uniqueString(${of})`),
    ),
  };
});

const someValues = [
  { prefix: "a", vnetName: "b" },
  { prefix: "b-a", vnetName: "a" },
  { prefix: "aa", vnetName: "aa" },
];

/** In one case, for Azure's names are the same in any. */
const valuesOf = (expression: string) =>
  someValues.map((given) => valueOf(`[toLower(${expression})]`, { parameters }, { parameters: given }).value);

it("calls two things alike only where they are alike, whatever the parameters will be", () => {
  const expressions = new Map<string, string>();
  fc.assert(
    fc.property(anyText, (expression) => {
      const name = calledBy(expression);
      if (name === undefined || !isStandInName(name)) return;
      const twin = expressions.get(name);
      expressions.set(name, twin ?? expression);

      if (twin !== undefined && twin !== expression) {
        expect([name, twin, valuesOf(expression)]).toEqual([name, twin, valuesOf(twin)]);
      }
    }),
    { seed: Number(process.env["FUZZ_SEED"] ?? 1), numRuns: 1500 },
  );
  expect(expressions.size).toBeGreaterThan(100);
});

it("stays on one line", () => {
  expect(calledBy("replace(parameters('prefix'), ' ', '\n')")).toMatch(
    /^<replace\(<prefix>,'_','_'\)~[0-9a-f]{12}>$/,
  );
});

it("cuts long ones, and still tells them apart", () => {
  expect(calledBy(long("x"))).toMatch(/^<replace\(.*~[0-9a-f]{12}>$/);
  expect(calledBy(long("x"))).not.toBe(calledBy(long("y")));
});

const idOf = (type: string, ...names: string[]) =>
  `[resourceId('Microsoft.Network/${type}', ${names.join(", ")})]`;

const idBelow = (group: string, path: string) =>
  `/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/${group}/providers/Microsoft.Network/${path}`;

it("joins what the same unknown names: a subnet to its network, a peering, a gateway and a connection", () => {
  const resources = [
    network("[parameters('vnetName')]", {
      addressSpace: { addressPrefixes: ["10.0.0.0/16"] },
      subnets: [
        { name: "[concat(parameters('prefix'), '-web')]", properties: { addressPrefix: "10.0.0.0/24" } },
      ],
    }),
    {
      type: "Microsoft.Network/virtualNetworks/subnets",
      name: "[format('{0}/GatewaySubnet', parameters('vnetName'))]",
      properties: { addressPrefix: "10.0.1.0/24" },
    },
    {
      type: "Microsoft.Network/virtualNetworkGateways",
      name: "[parameters('gatewayName')]",
      properties: {
        sku: { name: "[parameters('prefix')]" },
        ipConfigurations: [
          {
            name: "[parameters('prefix')]",
            properties: {
              subnet: { id: idOf("virtualNetworks/subnets", "parameters('vnetName')", "'GatewaySubnet'") },
              publicIPAddress: { id: "[parameters('prefix')]" },
            },
          },
        ],
      },
    },
    {
      type: "Microsoft.Network/connections",
      name: "c",
      properties: {
        virtualNetworkGateway1: { id: idOf("virtualNetworkGateways", "parameters('gatewayName')") },
        virtualNetworkGateway2: {
          id: "[resourceId(parameters('hubGroup'), 'Microsoft.Network/virtualNetworkGateways', 'hub')]",
        },
        gatewayPrefix:
          "[reference(resourceId('Microsoft.Network/virtualNetworks', parameters('vnetName'))).addressSpace.addressPrefixes[0]]",
      },
    },
  ];
  const { estate } = readTemplate({ parameters, resources });
  const propertiesOf = (name: string) =>
    [...estate.resources.values()].find((one) => one.name === name)?.properties;

  expect([...estate.resources.values()].map(({ id }) => id)).toEqual([
    idBelow("example", "virtualNetworks/<vnetName>"),
    idBelow("example", "virtualNetworks/<vnetName>/subnets/<prefix>-web"),
    idBelow("example", "virtualNetworks/<vnetName>/subnets/GatewaySubnet"),
    idBelow("example", "virtualNetworkGateways/<gatewayName>"),
    idBelow("example", "connections/c"),
  ]);
  expect(propertiesOf("<gatewayName>")).toMatchObject({
    sku: { name: { kind: "unknown" } },
    ipConfigurations: [
      {
        name: "<prefix>",
        properties: {
          subnet: { id: idBelow("example", "virtualNetworks/<vnetName>/subnets/GatewaySubnet") },
          publicIPAddress: { id: { kind: "unknown" } },
        },
      },
    ],
  });
  expect(propertiesOf("c")).toMatchObject({
    virtualNetworkGateway1: { id: idBelow("example", "virtualNetworkGateways/<gatewayName>") },
    virtualNetworkGateway2: { id: idBelow("<hubGroup>", "virtualNetworkGateways/hub") },
    gatewayPrefix: "10.0.0.0/16",
  });
});

it.each([
  "equals(parameters('vnetName'), '<vnetName>')",
  "contains(resourceId('Microsoft.Network/virtualNetworks', parameters('vnetName')), 'vnetName')",
  "startsWith(parameters('vnetName'), 'v')",
  "length(parameters('vnetName'))",
  "less(parameters('vnetName'), 'x')",
  "reference('hub', '2024-05-01', 'full').resourceId",
  "split(parameters('vnetName'), 'e')",
])("never takes one for a value: %s", (expression) => {
  const { value } = valueOf(`[${expression}]`, {
    parameters,
    resources: [{ ...network("[parameters('vnetName')]"), comments: "" }, network("hub-[x")],
  });

  expect(value).toMatchObject({ kind: "unknown" });
});

it("does not look into one that may be several names, and leaves that out", () => {
  const child = {
    type: "Microsoft.Network/virtualNetworks/subnets",
    name: "[parameters('vnetName')]",
    properties: {},
  };

  expect(readTemplate({ parameters, resources: [child] }).estate.resources.size).toBe(0);
  expect(findingsOf({ parameters, resources: [child] }).join()).toContain(
    "is left out: its name is not known",
  );
});

const deploymentOf = (name: string) => ({
  type: "Microsoft.Resources/deployments",
  name,
  properties: {
    expressionEvaluationOptions: { scope: "inner" },
    template: { parameters: { vnetName: text }, resources: [network("[parameters('vnetName')]")] },
  },
});

it("keeps apart what two deployments call alike", () => {
  const { estate } = readTemplate({ parameters, resources: [deploymentOf("a"), deploymentOf("b")] });

  expect([...estate.resources.values()].map(({ name }) => name)).toEqual(["<a:vnetName>", "<b:vnetName>"]);
});

it("says so once, for information, and is told from every name of Azure's", () => {
  const resources = [network("[parameters('vnetName')]"), network("[concat(parameters('vnetName'), '2')]")];
  const found = readTemplate({ parameters, resources }).diagnostics.filter(
    ({ rule }) => rule === "arm-template/stand-in-name",
  );

  expect(found).toMatchObject([
    {
      severity: "info",
      message:
        "The names of 2 resources are not known: stand-ins like <vnetName>, <vnetName>2 stand for them.",
    },
  ]);
  expect(["<vnetName>", "a-<b>"].map(isStandInName)).toEqual([true, true]);
  expect(["hub", "a>b", "vnet-1_x.y"].map(isStandInName)).toEqual([false, false, false]);
});
