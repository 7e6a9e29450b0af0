import fc from "fast-check";
import { expect, it } from "vitest";
import { functionByName } from "../../../src/readers/arm-template/functions/index.ts";
import { readArmTemplate } from "../../../src/readers/arm-template/read-arm-template.ts";
import { readTemplateDocument } from "../../../src/readers/arm-template/template-document.ts";
import { valueOf } from "./evaluated.ts";

/** `FUZZ=60` seconds for a long run, which each of the two takes half of; `FUZZ_SEED=7` for another run. */
const interruptAfterTimeLimit = Number(process.env["FUZZ"] ?? 3) * 500;
const seed = Number(process.env["FUZZ_SEED"] ?? 1);
const LIMITS = { seed, interruptAfterTimeLimit, numRuns: 1_000_000, markInterruptAsFailure: false };

const names = [...functionByName.values()].map(({ name }) => name);

const { expression: anyExpression } = fc.letrec<{ expression: string }>((tie) => ({
  expression: fc.oneof(
    { maxDepth: 4, withCrossShrink: true },
    fc.oneof(
      fc.constantFrom(
        "''",
        "'a'",
        "'10.0.0.0/16'",
        "'Microsoft.Network/virtualNetworks'",
        "'{0}'",
        "'P1D'",
        "0",
        "1",
        "-1",
        "24",
        "99999999999",
        "parameters('unset')",
        "parameters('list')",
        "parameters('object')",
        "variables('v')",
        "true()",
        "null()",
        "resourceGroup()",
        "reference('hub')",
        "copyIndex()",
      ),
      fc.string({ maxLength: 8 }).map((text) => `'${text.replaceAll("'", "''")}'`),
    ),
    fc
      .tuple(fc.constantFrom(...names, "listKeys", "nosuch"), fc.array(tie("expression"), { maxLength: 3 }))
      .map(([name, given]) => `${name}(${given.join(", ")})`),
    fc
      .tuple(tie("expression"), fc.constantFrom(".a", ".?a", "[0]", "[?9]", "['a']"))
      .map(([of, member]) => of + member),
    tie("expression").map((body) => `map(parameters('list'), lambda('x', ${body}))`),
  ),
}));

const members = {
  parameters: {
    unset: { type: "string" },
    list: { type: "array", defaultValue: ["a", 1, null, { a: "x" }] },
    object: { type: "object", defaultValue: { a: { a: 1 } } },
  },
  variables: { v: "[concat('v', parameters('unset'))]" },
  resources: [{ type: "Microsoft.Network/virtualNetworks", name: "hub", properties: { a: 1 } }],
};

it("never throws for an expression, and says what has no value", () => {
  fc.assert(
    fc.property(anyExpression, (expression) => {
      const { value, errors } = valueOf(`[${expression}]`, members);

      expect(value).not.toBe(undefined);
      for (const message of errors) expect(message).toMatch(/^[^\n]+[.:…]|refuses/);
    }),
    LIMITS,
  );
});

const TEXT = JSON.stringify({
  $schema: "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
  languageVersion: "2.0",
  definitions: { t: { type: "string", allowedValues: ["a"] } },
  functions: [
    {
      namespace: "f",
      members: { g: { parameters: [{ name: "x" }], output: { value: "[parameters('x')]" } } },
    },
  ],
  ...members,
  outputs: { o: { type: "string", value: "[f.g('a')]", copy: { count: 2, input: "[copyIndex()]" } } },
  resources: {
    hub: {
      type: "Microsoft.Network/virtualNetworks",
      name: "hub",
      copy: { name: "c", count: 2 },
      properties: { copy: [{ name: "subnets", count: 2, input: { name: "s" } }] },
    },
    inner: {
      type: "Microsoft.Resources/deployments",
      name: "inner",
      condition: true,
      properties: {
        expressionEvaluationOptions: { scope: "inner" },
        parameters: { p: { value: 1 } },
        template: {
          parameters: { p: { $ref: "#/definitions/t" } },
          resources: [{ type: "Microsoft.Network/routeTables", name: "[parameters('p')]" }],
        },
      },
    },
  },
});

it("never throws for a template, whatever was done to it", () => {
  const pieces = [
    "",
    "[",
    "]",
    "{",
    "}",
    '"',
    "null",
    "1e99",
    "[]",
    "{}",
    "'",
    "copy",
    "resources",
    "template",
    "name",
    "[concat(",
    "__proto__",
    "-1",
  ];
  const anyEdit = fc.tuple(fc.nat({ max: TEXT.length }), fc.nat({ max: 12 }), fc.constantFrom(...pieces));
  fc.assert(
    fc.property(fc.array(anyEdit, { minLength: 1, maxLength: 5 }), (edits) => {
      let text = TEXT;
      for (const [at, removed, added] of edits) text = text.slice(0, at) + added + text.slice(at + removed);
      const document = readTemplateDocument("main.json", text);

      const { estate, diagnostics } = readArmTemplate(document);

      for (const [key, resource] of estate.resources) expect(resource.id.toLowerCase()).toBe(key);
      for (const { origin } of diagnostics) expect(document.spanOf(origin.path).start.line).toBe(1);
    }),
    LIMITS,
  );
});
