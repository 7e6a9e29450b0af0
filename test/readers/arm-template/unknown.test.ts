import { expect, it } from "vitest";
import { valueOf } from "./evaluated.ts";

const members = {
  parameters: {
    region: { type: "string" },
    password: { type: "securestring" },
    list: { type: "array", defaultValue: ["a", "b"] },
    config: { type: "object", defaultValue: { a: 1 } },
  },
};
const region = { kind: "unknown", because: "the parameter region has no value" };
const gateway = { kind: "unknown", because: "only Azure knows what becomes of virtualNetworkGateways/vpn" };
const reference = "reference(resourceId('Microsoft.Network/virtualNetworkGateways', 'vpn'), '2024-05-01')";

it.each([
  ["parameters('region')", region, "a parameter without a value"],
  ["concat('to-', parameters('region'))", region, "a text with a part that is not known"],
  ["format('{0}-{1}', parameters('region'), 1)", region, "the same by format"],
  ["toUpper(parameters('region'))", region, "any function"],
  ["parameters('region').name", region, "a member of it"],
  ["equals(parameters('region'), 'westeurope')", region, "a comparison"],
  ["equals(createArray(1, parameters('region')), createArray(2, 'x'))", false, "one difference decides"],
  ["length(createArray(parameters('region'), 'b'))", 2, "how many there are is known"],
  ["createArray(parameters('region'), 'b')[1]", "b", "what stands beside it is known"],
  ["createObject('a', parameters('region'), 'b', 2).b", 2, "and so in objects"],
  ["contains(createArray(parameters('region'), 'b'), 'b')", true, "found beside it"],
  ["contains(createArray(parameters('region'), 'b'), 'c')", region, "it may be the one"],
  ["and(equals(parameters('region'), 'x'), false())", false, "false decides"],
  ["or(equals(parameters('region'), 'x'), true())", true, "true decides"],
  ["or(equals(parameters('region'), 'x'), false())", region, "nothing decides"],
  ["if(equals(parameters('region'), 'x'), 'same', 'same')", "same", "both branches agree"],
  ["if(equals(parameters('region'), 'x'), 'a', 'b')", region, "they do not"],
  ["if(equals(parameters('region'), 'x'), fail('no'), 'b')", region, "one may refuse"],
  ["coalesce(parameters('region'), 'x')", region, "it may be null"],
  ["string(createArray(parameters('region')))", region, "deep inside"],
  ["union(createArray('a'), createArray(parameters('region')))", region, "it may be one that is there"],
  ["first(concat(parameters('list'), createArray(parameters('region'))))", "a", "arrays keep their order"],
  [
    "map(createArray('x', parameters('region')), lambda('i', concat(lambdaVariables('i'), '1')))[0]",
    "x1",
    "item by item",
  ],
  [
    "filter(createArray('x', parameters('region')), lambda('i', equals(lambdaVariables('i'), 'x')))",
    region,
    "it may pass",
  ],
  [
    "sort(createArray('x', parameters('region')), lambda('a', 'b', less(lambdaVariables('a'), lambdaVariables('b'))))",
    region,
    "it may be first",
  ],
  ["parameters('password')", { kind: "unknown", because: "password is a secret" }, "a secret"],
  ["resourceGroup().location", { because: expect.stringContaining("in which region") }, "where a group is"],
  ["resourceGroup().tags", { because: "only Azure knows it of the resource group" }, "what else it has"],
  ["subscription().tenantId", { because: "only Azure knows it of the subscription" }, "the tenant"],
  [
    "listKeys('/subscriptions/x', '2024-01-01').keys[0].value",
    { because: "only Azure can answer listKeys()" },
    "keys",
  ],
  [`${reference}.bgpSettings.asn`, gateway, "a resource that is not in the template"],
  [`contains(${reference}, 'bgpSettings')`, gateway, "whether it has a member"],
  ["deployer().objectId", { because: "only Azure knows who deploys" }, "the person"],
  ["pickZones('Microsoft.Compute', 'virtualMachines', 'westeurope')", ["1"], "a region with zones"],
  ["pickZones('Microsoft.Compute', 'virtualMachines', 'francesouth')", [], "a region without"],
  [
    "pickZones('Contoso.Some', 'things', 'westeurope')",
    { because: "only Azure can answer pickZones()" },
    "another type",
  ],
] as const)("%s: %3$s", (expression, expected, _reason) => {
  const { value } = valueOf(`[${expression}]`, members);

  if (typeof expected === "object" && !Array.isArray(expected)) expect(value).toMatchObject(expected);
  else expect(value).toEqual(expected);
});

it("knows a secret that is given no better than one that is not", () => {
  const { value, errors } = valueOf("[concat('key:', parameters('password'))]", members, {
    parameters: { password: "hunter2", region: "x" },
  });

  expect(value).toMatchObject({ kind: "unknown", because: "password is a secret" });
  expect(errors).toEqual([]);
});

it("hides secrets inside of objects that a type describes", () => {
  const { value } = valueOf("[parameters('login')]", {
    definitions: {
      login: { type: "object", properties: { user: { type: "string" }, key: { type: "secureString" } } },
    },
    parameters: { login: { $ref: "#/definitions/login", defaultValue: { user: "ann", key: "hunter2" } } },
  });

  expect(value).toMatchObject({ user: "ann", key: { kind: "unknown", because: "login.key is a secret" } });
});
