import { expect, it } from "vitest";
import { readArmTemplate } from "../../../src/readers/arm-template/read-arm-template.ts";
import { readTemplateDocument } from "../../../src/readers/arm-template/template-document.ts";
import type { Json, JsonObject } from "../../../src/source/document.ts";
import { templateOf } from "./evaluated.ts";

/** Templates that are small, and ask for more than any machine has. */
const network = (members: JsonObject): JsonObject => ({
  type: "Microsoft.Network/virtualNetworks",
  apiVersion: "2024-05-01",
  name: "n",
  properties: {},
  ...members,
});

const asked = (expression: string): JsonObject => ({
  resources: [network({ tags: { v: `[${expression}]` } })],
});

const numbers = (body: string) => `map(range(0, 10000), lambda('i', ${body}))`;

/** 800 copies of 800 copies of …: as deep as it says. */
function copied(depth: number): Json {
  const input = depth > 1 ? copied(depth - 1) : "x";
  return { copy: [{ name: `c${depth}`, count: 800, input }] };
}

function deployments(depth: number): JsonObject {
  return {
    type: "Microsoft.Resources/deployments",
    name: "[concat('d', copyIndex())]",
    copy: { name: "c", count: 800 },
    properties: { template: { resources: depth > 1 ? [deployments(depth - 1)] : [network({})] } },
  };
}

/** Each of its 40 functions calls the one before it twice. */
const callingTwice: JsonObject = Object.fromEntries(
  Array.from({ length: 40 }, (_, index) => {
    const before = `f.a${index - 1}()`;
    return [`a${index}`, { output: { value: index === 0 ? "x" : `[concat(${before}, ${before})]` } }];
  }),
);

it.each<readonly [string, JsonObject, RegExp]>([
  [
    "100,000 calls in each other",
    asked(`${"concat(".repeat(1e5)}'a'${")".repeat(1e5)}`),
    /nested more than 120/,
  ],
  ["100,000 indexes", asked(`parameters('x')${"[0]".repeat(1e5)}`), /more than 120 members/],
  ["100,000 arguments", asked(`concat(${"'a',".repeat(1e5)}'b')`), /^$/],
  ["a text that is not closed", asked(`concat('${"a".repeat(1e6)})`), /is not closed/],
  [
    "a thousand million copies",
    { resources: [network({ copy: { name: "c", count: 1e9 } })] },
    /made 1000000000 times/,
  ],
  [
    "800 to the fourth copies of a property",
    { resources: [network({ properties: copied(4) })] },
    /copies of the template/,
  ],
  ["the same of a variable", { variables: copied(4), ...asked("variables('c4')") }, /copies of the template/],
  [
    "800 to the third deployments",
    { resources: [deployments(3)] },
    /copies of the template|more than 10,000 resources/,
  ],
  [
    "a function that calls its way to 2^40",
    { functions: [{ namespace: "f", members: callingTwice }], ...asked("f.a39()") },
    /more than 1,000,000 steps/,
  ],
  [
    "functions that call each other",
    {
      functions: [
        {
          namespace: "f",
          members: { a: { output: { value: "[f.b()]" } }, b: { output: { value: "[f.a()]" } } },
        },
      ],
      ...asked("f.a()"),
    },
    /calls itself/,
  ],
  ["a thousand million numbers", asked("range(0, 1000000000)"), /asked for 1000000000/],
  ["lists of lists", asked(numbers("range(0, 10000)")), /more text than a machine holds/],
  ["a join of large texts", asked(`join(${numbers("padLeft('a', 10000)")}, '')`), /more text than a machine/],
  ["4 million pieces", asked("split(padLeft('', 4000000, ','), ',')"), /more than 1,000,000 values/],
  [
    "the same by several",
    asked("split(padLeft('', 4000000, ','), createArray('a', ','))"),
    /more than 1,000,000 values/,
  ],
  [
    "each letter by a long text",
    asked("replace(padLeft('', 4000000, 'a'), 'a', 'bb')"),
    /more than 4,000,000 char/,
  ],
  [
    "many hashes of long texts",
    asked(numbers("uniqueString(padLeft('a', 10000))")),
    /more text than a machine/,
  ],
  [
    "an object that grows one member at a time",
    asked(
      "reduce(range(0, 10000), createObject(), lambda('a', 'b', union(lambdaVariables('a'), createObject(string(lambdaVariables('b')), 1))))",
    ),
    /more text than a machine/,
  ],
  [
    "10,000 objects, each once",
    asked(`length(union(${numbers("createObject('a', lambdaVariables('i'))")}, createArray()))`),
    /^$/,
  ],
  [
    "10,000 objects in both",
    asked(
      `length(intersection(${numbers("createObject('a', lambdaVariables('i'))")}, ${numbers("createObject('a', lambdaVariables('i'))")}))`,
    ),
    /^$/,
  ],
  ["more decimals than there are", asked(`format('{0:0.${"0".repeat(200)}}', 5)`), /more than 100 decimals/],
  ["100,000 brackets in JSON", asked("json(padLeft('', 100000, '['))"), /takes JSON/],
  [
    "a template in itself",
    {
      variables: {
        t: {
          resources: [
            {
              type: "Microsoft.Resources/deployments",
              name: "x",
              properties: { template: "[variables('t')]" },
            },
          ],
        },
      },
      resources: [
        { type: "Microsoft.Resources/deployments", name: "d", properties: { template: "[variables('t')]" } },
      ],
    },
    /leads back to itself/,
  ],
  [
    "types that are each other",
    {
      definitions: { a: { $ref: "#/definitions/b" }, b: { $ref: "#/definitions/a" } },
      parameters: { p: { $ref: "#/definitions/a", defaultValue: 1 } },
    },
    /^$/,
  ],
  [
    "outputs that wait for each other",
    {
      resources: [1, 2].map((own) => ({
        type: "Microsoft.Resources/deployments",
        name: `d${own}`,
        properties: {
          expressionEvaluationOptions: { scope: "inner" },
          parameters: { p: { value: `[reference('d${3 - own}').outputs.o.value]` } },
          template: {
            parameters: { p: { type: "string" } },
            resources: [],
            outputs: { o: { type: "string", value: "[parameters('p')]" } },
          },
        },
      })),
    },
    /has no 'o'/,
  ],
])("bounds %s, and says where", (_what, members, says) => {
  const document = templateOf(members);
  const before = process.cpuUsage();
  const { diagnostics } = readArmTemplate(document);

  // Of the processor, for beside other work they wait: alone none takes a second and a half.
  expect(process.cpuUsage(before).user / 1000).toBeLessThan(10_000);
  expect(diagnostics[0]?.message ?? "").toMatch(says);
  for (const { origin } of diagnostics) expect(document.spanOf(origin.path).start.line).toBeGreaterThan(1);
});

it.each([
  ["100,000 brackets", "[".repeat(1e5)],
  ["100,000 objects in each other", `${'{"a":'.repeat(1e5)}1${"}".repeat(1e5)}`],
])("refuses a file of %s where it gets too deep", (_what, text) => {
  const document = readTemplateDocument("main.json", text);

  expect(document.problems[0]?.message).toContain("nested more than 100 deep");
  expect(readArmTemplate(document).estate.resources.size).toBe(0);
});
