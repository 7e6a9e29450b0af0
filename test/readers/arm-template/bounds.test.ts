import { expect, it } from "vitest";
import { anyUnknown } from "../../../src/readers/arm-template/expression/open-objects.ts";
import type { JsonObject } from "../../../src/source/document.ts";
import { readTemplate, valueOf } from "./evaluated.ts";

/** `v40` made of two of `v39`, made of two of `v38`, … */
function doubled(times: number, of: (name: string) => string, first: string): JsonObject {
  const variables = Array.from({ length: times }, (_, index): [string, string] => [
    `v${index + 1}`,
    `[${of(`variables('v${index}')`)}]`,
  ]);
  return { variables: { v0: first, ...Object.fromEntries(variables) } };
}

const nested = (depth: number) => `${"concat(".repeat(depth)}'a'${")".repeat(depth)}`;

it.each([
  {
    expression: "variables('v40')",
    members: doubled(40, (v) => `concat(${v}, ${v})`, "ab"),
    reason: "a text doubled 40 times",
  },
  {
    expression: "variables('v40')",
    members: doubled(40, (v) => `format('{0}{0}{0}', ${v})`, "ab"),
    reason: "the same by format",
  },
  {
    expression: "variables('v40')",
    members: doubled(40, (v) => `replace(${v}, 'a', 'aa')`, "aa"),
    reason: "the same by replace",
  },
  {
    expression: "variables('v60')",
    members: doubled(60, (v) => `createArray(${v}, ${v})`, "ab"),
    reason: "arrays of arrays",
  },
  {
    expression: "variables('v60')",
    members: doubled(60, (v) => `createObject('a', ${v}, 'b', ${v})`, "ab"),
    reason: "objects of objects",
  },
  {
    expression: "variables('v40')",
    members: doubled(40, (v) => `concat(${v}, ${v})`, "[createArray(1)]"),
    reason: "an array doubled",
  },
  {
    expression: "variables('v40')",
    members: doubled(40, (v) => `map(range(0, 2), lambda('i', ${v}))`, "ab"),
    reason: "arrays by map",
  },
  { expression: "padLeft('a', 1000000000)", members: {}, reason: "much padding" },
  { expression: "format('{0,1000000000}', 'a')", members: {}, reason: "much padding by format" },
  { expression: nested(5000), members: {}, reason: "5,000 calls in each other" },
  { expression: `parameters('x')${".a".repeat(5000)}`, members: {}, reason: "5,000 members" },
  {
    expression: "length(map(range(0, 10000), lambda('i', map(range(0, 10000), lambda('j', 1)))))",
    members: {},
    reason: "10,000 times 10,000",
  },
  {
    expression: "variables('v3000')",
    members: doubled(3000, (v) => `concat(${v})`, "a"),
    reason: "a chain of 3,000 variables",
  },
  {
    expression: "f.a('x')",
    members: {
      functions: [
        {
          namespace: "f",
          members: {
            a: {
              parameters: [{ name: "x", type: "string" }],
              output: { type: "string", value: "[concat(f.a(parameters('x')), f.a(parameters('x')))]" },
            },
          },
        },
      ],
    },
    reason: "a function that calls itself twice",
  },
])("bounds $reason, and says so once", ({ expression, members }) => {
  const started = performance.now();
  const { value, errors } = valueOf(`[${expression}]`, members);

  expect(value === undefined ? undefined : anyUnknown(value)).toMatchObject({ kind: "unknown" });
  expect(errors).toEqual([expect.stringMatching(/more than|calls itself/)]);
  // Alone each takes less than a second; beside other work on two cores it may take several.
  expect(performance.now() - started).toBeLessThan(15_000);
});

const network = { type: "Microsoft.Network/virtualNetworks", apiVersion: "2024-05-01", properties: {} };

it.each([
  { count: 801, says: "This copy is made 801 times; Azure makes 800 at most." },
  { count: -1, says: "A copy is made a whole number of times, and this one -1 times." },
  { count: "many", says: "A copy is made a whole number of times, and this one 'many' times." },
])("refuses a copy of $count", ({ count, says }) => {
  const copied = { ...network, name: "[concat('a', copyIndex())]", copy: { name: "c", count } };

  const { estate, diagnostics } = readTemplate({ resources: [copied] });

  expect(estate.resources.size).toBe(0);
  expect(diagnostics[0]?.message).toBe(says);
});

const copied = (count: number) => ({
  ...network,
  name: "[concat('a', copyIndex())]",
  copy: { name: "c", count },
});

it("takes 800 of one and 0 of another", () => {
  expect(readTemplate({ resources: [copied(800), copied(0)] })).toMatchObject({
    estate: { resources: { size: 800 } },
    diagnostics: [],
  });
});

it("ends where a linked template links to itself, and where properties refer to themselves", () => {
  const link = {
    type: "Microsoft.Resources/deployments",
    name: "a",
    properties: { templateLink: { uri: "[deployment().properties.templateLink.uri]" } },
  };
  const twice = { resources: [link, { ...link, name: "b" }] };
  const itself = {
    file: "template.json",
    text: "",
    value: { resources: twice.resources },
    problems: [],
    spanOf: () => ({ start: { offset: 0, line: 1, column: 1 }, end: { offset: 0, line: 1, column: 1 } }),
    keySpanOf: () => ({ start: { offset: 0, line: 1, column: 1 }, end: { offset: 0, line: 1, column: 1 } }),
  };
  const { diagnostics } = readTemplate(twice, { linkedFiles: new Map([["template.json", itself]]) });
  expect(diagnostics.map(({ rule }) => rule)).toContain("arm-template/exceeds-evaluation-limit");

  const self = { ...network, name: "hub", properties: { a: "[reference('hub').a]" } };
  expect(readTemplate({ resources: [self] }).diagnostics).toMatchObject([
    { message: "The properties of hub refer to themselves by reference()." },
  ]);
});
