import { expect, it } from "vitest";
import { originOf } from "../../../src/model/resource.ts";
import { readArmTemplate } from "../../../src/readers/arm-template/read-arm-template.ts";
import { readTemplateDocument } from "../../../src/readers/arm-template/template-document.ts";
import type { JsonObject } from "../../../src/source/document.ts";
import { findingsOf, readTemplate, templateOf, valueOf } from "./evaluated.ts";

const GROUP = "/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/example";

function network(name: string, more: JsonObject = {}): JsonObject {
  return {
    type: "Microsoft.Network/virtualNetworks",
    apiVersion: "2024-05-01",
    name,
    properties: {},
    ...more,
  };
}

function deployment(template: JsonObject, properties: JsonObject = {}, more: JsonObject = {}): JsonObject {
  return {
    type: "Microsoft.Resources/deployments",
    apiVersion: "2024-03-01",
    name: "inner",
    properties: { mode: "Incremental", template: { resources: [], ...template }, ...properties },
    ...more,
  };
}

const inner = { expressionEvaluationOptions: { scope: "inner" } };

function idsOf(members: JsonObject, given = {}): readonly string[] {
  return [...readTemplate(members, given).estate.resources.values()].map(({ id }) => id.replace(GROUP, ""));
}

const networkIds = (...names: readonly string[]) =>
  names.map((name) => `/providers/Microsoft.Network/virtualNetworks/${name}`);

it("makes a resource for each turn of a copy, and knows which is which", () => {
  const members = {
    parameters: { names: { type: "array", defaultValue: ["a", "b"] } },
    resources: [
      network("[concat(parameters('names')[copyIndex()], copyIndex('loop', 10))]", {
        copy: { name: "loop", count: "[length(parameters('names'))]", mode: "serial", batchSize: 1 },
      }),
    ],
  };

  expect(idsOf(members)).toEqual(networkIds("a10", "b11"));
});

it("copies properties and variables, at any depth, and points at what was copied", () => {
  const document = templateOf({
    variables: {
      top: "none",
      copy: [{ name: "prefixes", count: 2, input: "[format('10.{0}.0.0/16', copyIndex('prefixes'))]" }],
      object: { copy: [{ name: "numbers", count: 2, input: "[copyIndex('numbers', 1)]" }] },
    },
    resources: [
      network("hub", {
        properties: {
          addressSpace: { addressPrefixes: "[variables('prefixes')]" },
          copy: [
            {
              name: "subnets",
              count: "[length(variables('object').numbers)]",
              input: {
                name: "[concat('s', copyIndex('subnets'))]",
                properties: { addressPrefix: "[format('10.{0}.0.0/24', copyIndex('subnets'))]" },
              },
            },
          ],
        },
      }),
    ],
  });
  const { estate, diagnostics } = readArmTemplate(document);
  const [hub, first, second] = [...estate.resources.values()];

  expect(diagnostics).toEqual([]);
  expect(hub?.properties).toEqual({ addressSpace: { addressPrefixes: ["10.0.0.0/16", "10.1.0.0/16"] } });
  expect([first?.name, second?.name]).toEqual(["s0", "s1"]);
  expect(second?.properties["addressPrefix"]).toBe("10.1.0.0/24");
  const origin = second && originOf(second, "properties", "addressPrefix");
  expect(origin?.path).toEqual([
    "resources",
    0,
    "properties",
    "copy",
    0,
    "input",
    "properties",
    "addressPrefix",
  ]);
});

it("reads children in all three spellings", () => {
  const members = {
    resources: [
      network("hub", {
        properties: { subnets: [{ name: "inline", properties: { addressPrefix: "10.0.0.0/24" } }] },
        resources: [
          {
            type: "subnets",
            name: "nested",
            apiVersion: "2024-05-01",
            properties: { addressPrefix: "10.0.1.0/24" },
          },
        ],
      }),
      {
        type: "Microsoft.Network/virtualNetworks/subnets",
        name: "hub/top",
        apiVersion: "2024-05-01",
        properties: { addressPrefix: "10.0.2.0/24" },
      },
    ],
  };

  expect(idsOf(members)).toEqual(
    networkIds("hub", "hub/subnets/inline", "hub/subnets/nested", "hub/subnets/top"),
  );
});

it("takes a child inside its parent and beside it for one, and the one beside it for what counts", () => {
  const beside = {
    type: "Microsoft.Network/virtualNetworks/subnets",
    name: "hub/web",
    properties: { addressPrefix: "10.0.0.0/25" },
  };
  const hub = network("hub", {
    properties: { subnets: [{ name: "web", properties: { addressPrefix: "10.0.0.0/24" } }] },
  });

  for (const resources of [
    [hub, beside],
    [beside, hub],
  ]) {
    const { estate, diagnostics } = readTemplate({ resources });
    const web = [...estate.resources.values()].find(({ name }) => name === "web");
    expect(diagnostics).toEqual([]);
    expect(web?.properties).toEqual({ addressPrefix: "10.0.0.0/25" });
  }
});

it("leaves out what has a condition that is false, but not its neighbours", () => {
  const members = {
    parameters: { isWanted: { type: "bool", defaultValue: false } },
    resources: [
      network("a", { condition: "[parameters('isWanted')]" }),
      network("b"),
      network("c", { condition: false }),
    ],
  };

  expect(idsOf(members)).toEqual(networkIds("b"));
  expect(idsOf(members, { parameters: { ISWANTED: "true" } })).toEqual(networkIds("a", "b"));
});

it("says what is left out because nobody knows its name, its number or whether it is there", () => {
  const members = {
    parameters: { name: { type: "securestring" }, count: { type: "int" }, isWanted: { type: "bool" } },
    resources: [
      network("[parameters('name')]"),
      network("many", { copy: { name: "loop", count: "[parameters('count')]" } }),
      network("maybe", { condition: "[parameters('isWanted')]" }),
      network("sure"),
    ],
  };

  expect(idsOf(members)).toEqual(networkIds("sure"));
  expect(findingsOf(members).filter((line) => line.includes("left out"))).toEqual([
    expect.stringContaining(
      "A resource of the type Microsoft.Network/virtualNetworks is left out: its name is not known, because name is a secret.",
    ),
    expect.stringContaining(
      "many of the type Microsoft.Network/virtualNetworks is left out: how often it is copied is not known",
    ),
    expect.stringContaining(
      "maybe of the type Microsoft.Network/virtualNetworks is left out: whether it is deployed is not known",
    ),
  ]);
});

it("gives an inner template its own values, and an outer one those around it", () => {
  const template = {
    parameters: { name: { type: "string" } },
    variables: { suffix: "-inner" },
    resources: [network("[concat(parameters('name'), variables('suffix'))]")],
  };
  const around = {
    parameters: { name: { type: "string", defaultValue: "main" } },
    variables: { suffix: "-outer" },
  };
  const given = { parameters: { name: { value: "[concat(parameters('name'), '2')]" } } };

  expect(idsOf({ ...around, resources: [deployment(template, { ...inner, ...given })] })).toEqual(
    networkIds("main2-inner"),
  );
  expect(idsOf({ ...around, resources: [deployment(template)] })).toEqual(networkIds("main-outer"));
});

it("passes outputs on from one nested deployment to the next", () => {
  const first = deployment(
    {
      resources: [network("hub")],
      outputs: { id: { type: "string", value: "[resourceId('Microsoft.Network/virtualNetworks', 'hub')]" } },
    },
    inner,
    { name: "first" },
  );
  const second = deployment(
    {
      parameters: { id: { type: "string" } },
      resources: [network("spoke", { tags: { hub: "[parameters('id')]" } })],
    },
    { ...inner, parameters: { id: { value: "[reference('first').outputs.id.value]" } } },
    { name: "second" },
  );
  const { estate, diagnostics } = readTemplate({ resources: [second, first] });

  expect(diagnostics).toEqual([]);
  expect([...estate.resources.values()].find(({ name }) => name === "spoke")?.envelope).toEqual({
    tags: { hub: `${GROUP}/providers/Microsoft.Network/virtualNetworks/hub` },
  });
});

it("deploys to other groups and subscriptions, and knows the group's region where a template makes it", () => {
  const group = {
    type: "Microsoft.Resources/resourceGroups",
    name: "rg",
    location: "westeurope",
    properties: {},
  };
  const nested = deployment(
    { resources: [network("hub", { location: "[resourceGroup().location]" })] },
    inner,
    { subscriptionId: "1111", resourceGroup: "rg" },
  );
  const document = readTemplateDocument(
    "main.json",
    JSON.stringify({
      $schema: "https://schema.management.azure.com/schemas/2018-05-01/subscriptionDeploymentTemplate.json#",
      resources: [group, nested],
    }),
  );
  const { estate } = readArmTemplate(document, { subscriptionId: "1111" });

  expect([...estate.resources.values()]).toMatchObject([
    {
      id: "/subscriptions/1111/resourceGroups/rg/providers/Microsoft.Network/virtualNetworks/hub",
      location: "westeurope",
    },
  ]);
  expect(estate.coverage.passedOver).toEqual([{ type: "Microsoft.Resources/resourceGroups", count: 1 }]);
});

it("reads resources that have names of their own, with those that exist already", () => {
  const members = {
    languageVersion: "2.0",
    resources: {
      hub: network("hub", { properties: { addressSpace: { addressPrefixes: ["10.0.0.0/16"] } } }),
      old: {
        existing: true,
        type: "Microsoft.Network/virtualNetworks",
        apiVersion: "2024-05-01",
        name: "old",
        resourceGroup: "other",
      },
      many: network("[format('spoke{0}', copyIndex())]", {
        copy: { name: "many", count: 2 },
        tags: { n: "[copyIndex()]" },
      }),
      probe: network("probe", {
        properties: {
          own: "[reference('hub').addressSpace.addressPrefixes[0]]",
          second: "[reference('many[1]', '2024-05-01', 'full').tags.n]",
          all: "[length(references('many'))]",
          state: "[reference('old').addressSpace]",
          id: "[resourceInfo('old').id]",
        },
      }),
    },
  };
  const { estate, diagnostics } = readTemplate(members);
  const resources = [...estate.resources.values()];

  expect(diagnostics).toEqual([]);
  expect(resources.find(({ name }) => name === "old")).toMatchObject({
    existing: true,
    id: expect.stringContaining("/resourceGroups/other/"),
  });
  expect(resources.find(({ name }) => name === "probe")?.properties).toMatchObject({
    own: "10.0.0.0/16",
    second: 1,
    all: 2,
    state: { kind: "unknown", because: "only Azure knows it of old" },
    id: expect.stringMatching(/resourceGroups\/other\/.*\/old$/),
  });
});

it("answers reference() by what the template says, and knows what only Azure adds", () => {
  const members = {
    resources: [
      network("hub", {
        location: "westeurope",
        identity: { type: "SystemAssigned" },
        properties: {
          addressSpace: { addressPrefixes: ["10.0.0.0/16"] },
          subnets: [{ name: "web", properties: {} }],
        },
      }),
    ],
  };
  const hub = "resourceId('Microsoft.Network/virtualNetworks/', 'hub')";
  const ask = (path: string) => valueOf(`[reference(${hub}${path}]`, members).value;

  expect(ask(").addressSpace.addressPrefixes[0]")).toBe("10.0.0.0/16");
  expect(ask(").subnets[0].id")).toBe(`${GROUP}/providers/Microsoft.Network/virtualNetworks/hub/subnets/web`);
  expect(ask(", '2024-05-01', 'Full').location")).toBe("westeurope");
  expect(ask(", '2024-05-01', 'Full').identity.principalId")).toMatchObject({
    because: "only Azure knows it of hub",
  });
  expect(ask(").resourceGuid")).toMatchObject({ kind: "unknown", because: "only Azure knows it of hub" });
  expect(valueOf("[reference('hub').addressSpace.addressPrefixes[0]]", members).value).toBe("10.0.0.0/16");
});

it("calls functions of the template, which see their own parameters only", () => {
  const members = {
    parameters: { prefix: { type: "string", defaultValue: "no" } },
    functions: [
      {
        namespace: "contoso",
        members: {
          name: {
            parameters: [{ name: "prefix", type: "string" }],
            output: { type: "string", value: "[concat(toLower(parameters('prefix')), '-x')]" },
          },
          twice: {
            parameters: [{ name: "a", type: "string" }],
            output: {
              type: "string",
              value: "[concat(contoso.name(parameters('a')), contoso.name(parameters('a')))]",
            },
          },
        },
      },
    ],
  };

  expect(valueOf("[Contoso.Name('HUB')]", members)).toEqual({ value: "hub-x", errors: [] });
  expect(valueOf("[contoso.twice('A')]", members)).toEqual({ value: "a-xa-x", errors: [] });
});

it.each([
  {
    declared: { type: "string", allowedValues: ["Vpn", "ExpressRoute"] },
    value: "Basic",
    says: "'Basic' for the parameter p: only Vpn, ExpressRoute are allowed.",
  },
  { declared: { type: "int", minValue: 2 }, value: 1, says: "1 for the parameter p: 2 is the least." },
  { declared: { type: "int", maxValue: 2 }, value: 3, says: "3 for the parameter p: 2 is the most." },
  {
    declared: { type: "string", minLength: 3 },
    value: "ab",
    says: "'ab' for the parameter p: its length is 2, and 3 the least.",
  },
  {
    declared: { type: "array", maxLength: 1 },
    value: ["a", "b"],
    says: "an array for the parameter p: its length is 2, and 1 the most.",
  },
  {
    declared: { type: "bool" },
    value: "yes",
    says: "'yes' for the parameter p: it is neither true nor false.",
  },
  {
    declared: { $ref: "#/definitions/sku" },
    value: "Huge",
    says: "'Huge' for the parameter p: only Small are allowed.",
  },
] as const)("refuses $value where $declared is declared", ({ declared, value, says }) => {
  const members = {
    definitions: { sku: { type: "string", allowedValues: ["Small"] } },
    parameters: { p: declared },
  };

  expect(findingsOf(members, { parameters: { p: value } })).toEqual(
    [expect.stringContaining(`arm-template/invalid-parameter`)].map(() =>
      expect.stringContaining(says.replace("only Small are", "only Small is")),
    ),
  );
});

it("takes values from a parameter file, and what is given by hand before it", () => {
  const members = {
    parameters: { a: { type: "string" }, b: { type: "int", defaultValue: 1 }, key: { type: "securestring" } },
  };
  const file = readTemplateDocument(
    "p.json",
    JSON.stringify({
      $schema: "https://schema.management.azure.com/schemas/2019-04-01/deploymentParameters.json#",
      contentVersion: "1.0.0.0",
      parameters: {
        A: { value: "[not evaluated]" },
        b: { value: 2 },
        key: { reference: { keyVault: { id: "x" }, secretName: "s" } },
        gone: { value: 1 },
      },
    }),
  );
  const given = { parameterFiles: [file] };

  expect(valueOf("[parameters('a')]", members, given).value).toBe("[not evaluated]");
  expect(valueOf("[parameters('b')]", members, { ...given, parameters: { b: 3 } }).value).toBe(3);
  expect(valueOf("[parameters('key')]", members, given).value).toMatchObject({
    because: "key is a secret in a key vault",
  });
  expect(findingsOf(members, given)).toEqual([
    "arm-template/unknown-parameter The template has no parameter gone.",
  ]);
});

it("reports a circle of variables once, and where it closes", () => {
  const members = {
    variables: { a: "[variables('b')]", b: "[concat('x', variables('a'))]", c: "[variables('a')]" },
  };
  const { errors } = valueOf("[variables('c')]", members);

  expect(errors).toEqual(["The variable a leads back to itself: a > b > a."]);
});

it("points at the place in a nested template, and at the deployment that leads there", () => {
  const members = { resources: [deployment({ resources: [network("[nosuch()]")] }, inner)] };
  const [finding] = readTemplate(members).diagnostics;

  expect(finding).toMatchObject({
    rule: "arm-template/invalid-expression",
    origin: {
      path: ["resources", 0, "properties", "template", "resources", 0, "name"],
      through: { path: ["resources", 0] },
    },
  });
});

it("takes its own keys in any case, and comments, commas at the end and texts over several lines", () => {
  const text = `{
  // a comment
  "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
  "Variables": { "name": "hub" },
  "Resources": [
    {
      "Type": "Microsoft.Network/virtualNetworks", /* another */
      "Name": "[concat(
        variables('name'),
        '-1')]",
      "Properties": { "enableBGP": "true" },
    },
  ],
}`;
  const document = readTemplateDocument("main.json", text);
  const { estate, diagnostics } = readArmTemplate(document);
  const [hub] = [...estate.resources.values()];

  expect([...document.problems, ...diagnostics]).toEqual([]);
  expect(hub).toMatchObject({ name: "hub-1", properties: { enableBGP: "true" } });
  expect(hub && document.spanOf(originOf(hub, "properties", "enableBGP").path).start).toMatchObject({
    line: 11,
    column: 36,
  });
});

it.each([
  { link: { relativePath: "nested/hub.json" }, reason: "a relative path" },
  {
    link: { uri: "[uri(deployment().properties.templateLink.uri, 'nested/hub.json')]" },
    reason: "a URI beside the template's own",
  },
])("reads a linked template by $reason", ({ link }) => {
  const hub = templateOf(
    { parameters: { n: { type: "string" } }, resources: [network("[parameters('n')]")] },
    "nested/hub.json",
  );
  const linking = {
    type: "Microsoft.Resources/deployments",
    name: "link",
    properties: { templateLink: link, parameters: { n: { value: "hub" } } },
  };
  const members = { resources: [linking] };

  expect(readTemplate(members)).toMatchObject({
    missingFiles: ["nested/hub.json"],
    diagnostics: [{ rule: "arm-template/missing-linked-template" }],
  });
  const { estate, missingFiles, diagnostics } = readTemplate(members, {
    linkedFiles: new Map([["nested/hub.json", hub]]),
  });
  expect({ missingFiles, diagnostics }).toEqual({ missingFiles: [], diagnostics: [] });
  expect([...estate.resources.values()]).toMatchObject([
    {
      name: "hub",
      origin: { file: "nested/hub.json", path: ["resources", 0], through: { file: "template.json" } },
    },
  ]);
});

it.each([
  { link: { relativePath: "../../etc/passwd" }, says: "lies outside of the folder" },
  { link: { relativePath: "/etc/passwd" }, says: "lies outside of the folder" },
  { link: { uri: "https://example.com/hub.json" }, says: "is elsewhere, and nothing is fetched" },
  { link: { uri: "[concat(reference('x').url, 'hub.json')]" }, says: "its address is not known" },
])("never reads $link", ({ link, says }) => {
  const linking = {
    type: "Microsoft.Resources/deployments",
    name: "link",
    properties: { templateLink: link },
  };

  const { missingFiles, diagnostics } = readTemplate({ resources: [linking] });

  expect(missingFiles).toEqual([]);
  expect(diagnostics).toMatchObject([
    { rule: "arm-template/missing-linked-template", message: expect.stringContaining(says) },
  ]);
});

it("says which values are stand-ins", () => {
  const { standIns } = readTemplate({
    resources: [network("[concat(uniqueString(resourceGroup().id), utcNow('yyyy'), newGuid())]")],
  });

  expect(standIns.map(({ name }) => name).sort()).toEqual([
    "newGuid",
    "resourceGroup",
    "uniqueString",
    "utcNow",
  ]);
});

it("says at once which parameters have no value, but those of a deployment one by one", () => {
  const text = { type: "string" };
  const inner = {
    type: "Microsoft.Resources/deployments",
    name: "inner",
    properties: {
      expressionEvaluationOptions: { scope: "inner" },
      template: { parameters: { c: text, d: text }, resources: [] },
    },
  };

  expect(findingsOf({ parameters: { a: text, b: text }, resources: [inner] })).toEqual([
    expect.stringContaining("The parameter c has no value"),
    expect.stringContaining("The parameter d has no value"),
    expect.stringContaining("2 parameters have no value, so what depends on them is not known: a, b."),
  ]);
});

const hubWith = (subnet: string, prefix: string) =>
  network("hub", { properties: { subnets: [{ name: subnet, properties: { addressPrefix: prefix } }] } });

it("leaves nothing of the first of two entries that have one id", () => {
  expect(idsOf({ resources: [hubWith("a", "10.0.0.0/24"), hubWith("b", "10.0.0.0/25")] })).toEqual([
    ...networkIds("hub"),
    ...networkIds("hub/subnets/b"),
  ]);
});

it.each([
  {
    type: "Microsoft.Network/virtualNetworks",
    name: "a/b",
    says: "The name a/b has 2 parts, and Microsoft.Network/virtualNetworks takes 1.",
  },
  {
    type: "Microsoft.Network/virtualNetworks/subnets",
    name: "a",
    says: "The name a has 1 part, and Microsoft.Network/virtualNetworks/subnets takes 2.",
  },
  { type: "virtualNetworks", name: "a", says: "virtualNetworks is no type of a resource." },
])("refuses the name $name for $type", ({ type, name, says }) => {
  const { estate, diagnostics } = readTemplate({ resources: [{ type, name, properties: {} }] });

  expect(diagnostics).toMatchObject([{ rule: "arm-template/invalid-resource", message: says }]);
  expect(estate.resources.size).toBe(0);
});

it("evaluates what is escaped in an inner template below an outer one", () => {
  const inner = {
    type: "Microsoft.Resources/deployments",
    name: "inner",
    properties: {
      expressionEvaluationOptions: { scope: "inner" },
      parameters: { name: { value: "[concat(parameters('name'), '-b')]" } },
      template: { parameters: { name: { type: "string" } }, resources: [network("[[parameters('name')]")] },
    },
  };
  const outer = {
    type: "Microsoft.Resources/deployments",
    name: "outer",
    properties: { template: { resources: [inner] } },
  };

  expect(idsOf({ parameters: { name: { type: "string", defaultValue: "a" } }, resources: [outer] })).toEqual(
    networkIds("a-b"),
  );
});

const countedBy = (name: string) => network(name, { copy: { name: "c", count: "[parameters('count')]" } });

it("says at once what is left out for one reason", () => {
  const members = {
    parameters: { count: { type: "int" } },
    resources: [countedBy("a"), countedBy("b"), countedBy("c")],
  };

  expect(findingsOf(members)[0]).toContain(
    "3 resources are left out, because the parameter count has no value: it decides what they are called",
  );
});
