import { expect, it } from "vitest";
import type { Json, JsonObject } from "../../../src/source/document.ts";
import { readTemplate, templateOf } from "./evaluated.ts";

const text = { type: "string" };
const definitions: JsonObject = {
  subnet: {
    type: "object",
    properties: {
      name: { type: "string", maxLength: 8 },
      size: { type: "int", minValue: 1, maxValue: 29 },
      zone: { type: "string", allowedValues: ["a", "b"], nullable: true },
    },
    additionalProperties: false,
  },
  tree: { type: "object", properties: { left: { $ref: "#/definitions/tree", nullable: true } } },
  tags: { type: "object", additionalProperties: text },
  pair: { type: "array", prefixItems: [text, { type: "int" }], items: false },
  rest: { type: "array", prefixItems: [text], items: { type: "int" } },
  login: { type: "object", properties: { password: { type: "secureString", minLength: 8 } } },
  site: {
    type: "object",
    discriminator: {
      propertyName: "kind",
      mapping: {
        vpn: { type: "object", properties: { kind: text, asn: { type: "int" } } },
        circuit: { $ref: "#/definitions/circuit" },
      },
    },
  },
  circuit: { type: "object", properties: { kind: text, provider: text }, additionalProperties: false },
};

/** What is said of a value that a parameter of this type has by itself: where, and what. */
function findingsFor(type: JsonObject | string, value: Json): readonly string[] {
  const members = {
    definitions,
    languageVersion: "2.0",
    parameters: { p: { ...objectOf(type), defaultValue: value } },
  };
  const document = templateOf(members);
  return readTemplate(members)
    .diagnostics.filter(({ rule }) => rule === "arm-template/invalid-parameter")
    .map(
      ({ message, origin }) =>
        `${origin.path.slice(2).join(".")}@${document.spanOf(origin.path).start.line > 3} ${message}`,
    );
}

function objectOf(type: JsonObject | string): JsonObject {
  return typeof type === "string" ? { $ref: `#/definitions/${type}` } : { ...type };
}

it.each<readonly [string, Json, readonly string[]]>([
  ["subnet", { name: "web", size: 24 }, []],
  ["subnet", { name: "web", size: 24, zone: null }, []],
  ["subnet", { NAME: "web", Size: 24 }, []],
  ["subnet", { name: "web", size: "[if(true(), 24, 0)]" }, []],
  ["subnet", "[reference('x')]", []],
  ["subnet", { name: "web" }, ["it has no size, which its type asks for"]],
  ["subnet", { name: "a-long-name", size: 24 }, ["p.name: its length is 11, and 8 the most"]],
  ["subnet", { name: "web", size: 30 }, ["p.size: 29 is the most"]],
  ["subnet", { name: "web", size: "24" }, ["p.size: it is no whole number"]],
  ["subnet", { name: "web", size: 24, zone: "c" }, ["p.zone: only a, b are allowed"]],
  ["subnet", { name: "web", size: 24, extra: 1 }, ["p.extra: its type has no such property"]],
  ["subnet", { name: null, size: 24 }, ["p.name: it may not be null"]],
  ["tree", { left: { left: { left: null } } }, []],
  ["tree", { left: { left: { left: 1 } } }, ["p.left.left.left: it is no object"]],
  ["tags", { a: "b", c: 1 }, ["p.c: it is no text"]],
  ["pair", ["a", 1], []],
  ["pair", ["a", "b"], ["p[1]: it is no whole number"]],
  ["pair", ["a", 1, 2], ["it may have 2 items at most"]],
  ["rest", ["a", 1, 2, "x"], ["p[3]: it is no whole number"]],
  ["login", { password: "short" }, ["what is given for the parameter p.password: its length is 5"]],
  ["site", { kind: "vpn", asn: 65010 }, []],
  ["site", { kind: "vpn" }, ["it has no asn"]],
  ["site", { kind: "circuit", provider: "x", asn: 1 }, ["p.asn: its type has no such property"]],
  ["site", { kind: "boat" }, ["its kind is to be vpn, circuit"]],
])("holds %s against its type", (type, value, expected) => {
  const found = findingsFor(type, value);

  expect(found).toHaveLength(expected.length);
  for (const said of expected) expect(found.join("\n")).toContain(said);
});

it("says where inside of the value, and no secret", () => {
  expect(findingsFor("subnet", { name: "web", size: 24, zone: "c" })[0]).toMatch(/^defaultValue\.zone@true/);
  expect(findingsFor("login", { password: "short" }).join()).not.toContain("short");
});

it("checks the items of arrays of types, and says ten of many", () => {
  const many = Array.from({ length: 30 }, () => ({ name: "web" }));

  expect(findingsFor({ type: "array", items: { $ref: "#/definitions/subnet" } }, many)).toHaveLength(10);
});
