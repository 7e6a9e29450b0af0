import fc from "fast-check";
import { expect, it } from "vitest";
import { connectionKinds } from "../../src/connections/index.ts";
import { expandConnections } from "../../src/planning/expand-connections.ts";
import { readIntent } from "../../src/readers/intent/read-intent.ts";
import { readDocument } from "../../src/source/index.ts";

const NAMES = ["hub", "spoke-1", "spoke-2", "spoke-10", "data"];

function expand(connections: unknown, names: readonly string[] = NAMES) {
  const file = {
    name: "contoso",
    virtualNetworks: Object.fromEntries(
      names.map((name, index) => [
        name,
        { region: "westeurope", addressSpace: `10.${Math.floor(index / 256)}.${index % 256}.0/24` },
      ]),
    ),
    sites: { amsterdam: { addressSpace: "192.168.0.0/24" } },
    p2sUsers: { staff: { count: 3 } },
    connections,
  };
  const { intent, diagnostics } = readIntent(
    readDocument("network.json", JSON.stringify(file)),
    connectionKinds.map(({ name }) => name),
  );
  if (!intent) throw new Error("the test wrote no intent");
  const expanded = expandConnections(intent);
  return {
    pairs: expanded.wishes.map(({ name }) => name),
    wishes: expanded.wishes,
    messages: [...diagnostics, ...expanded.diagnostics].map(({ message }) => message),
  };
}

it.each([
  { between: ["hub", "spoke-1"], pairs: ["hub - spoke-1"], why: "two names" },
  {
    between: ["hub", "spoke-*"],
    pairs: ["hub - spoke-1", "hub - spoke-2", "hub - spoke-10"],
    why: "a pattern",
  },
  {
    between: ["hub", ["spoke-1", "d*"]],
    pairs: ["hub - spoke-1", "hub - data"],
    why: "a name and a pattern",
  },
  {
    between: ["hub", "*"],
    pairs: ["hub - spoke-1", "hub - spoke-2", "hub - spoke-10", "hub - data"],
    why: "all networks but itself, and no site",
  },
  { between: ["hub", "s*-*0"], pairs: ["hub - spoke-10"], why: "two stars" },
  {
    between: ["hub", "spoke-1*"],
    pairs: ["hub - spoke-1", "hub - spoke-10"],
    why: "a star stands for nothing, too",
  },
  {
    between: ["hub", ["spoke-1", "spoke-*"]],
    pairs: ["hub - spoke-1", "hub - spoke-2", "hub - spoke-10"],
    why: "a name that a pattern covers as well",
  },
  {
    between: [
      ["hub", "data"],
      ["spoke-1", "spoke-2"],
    ],
    pairs: ["hub - spoke-1", "hub - spoke-2", "data - spoke-1", "data - spoke-2"],
    why: "each with each",
  },
  { between: ["hub", "amst*"], pairs: ["hub - amsterdam"], why: "sites, where no network fits" },
  { between: ["hub", "st*"], pairs: ["hub - staff"], why: "users, where nothing else fits" },
])("spreads out $why: $between", ({ between, pairs }) => {
  expect(expand([{ between }])).toMatchObject({ pairs, messages: [] });
});

it.each([
  { mesh: ["hub", "data", "spoke-1"], pairs: ["hub - data", "hub - spoke-1", "data - spoke-1"] },
  { mesh: ["spoke-*"], pairs: ["spoke-1 - spoke-2", "spoke-1 - spoke-10", "spoke-2 - spoke-10"] },
  { mesh: ["hub", "h*", "data"], pairs: ["hub - data"] },
])("joins each of a mesh with each: $mesh", ({ mesh, pairs }) => {
  expect(expand([{ mesh }])).toMatchObject({ pairs, messages: [] });
});

it.each([
  { pattern: "a.c", name: "abc" },
  { pattern: "a.*", name: "abc" },
  { pattern: "[a-c]*", name: "abc" },
  { pattern: "ab+*", name: "abbb" },
  { pattern: "ab*ba", name: "aba" },
  { pattern: "abc*cd", name: "abcd" },
])("only a star is special: $pattern does not fit $name", ({ pattern, name }) => {
  expect(expand([{ between: ["hub", pattern] }], ["hub", name]).pairs).toEqual([]);
});

it("a pattern fits as its definition says", () => {
  const anyText = fc.string({ unit: fc.constantFrom("a", "b", "-"), minLength: 1, maxLength: 6 });
  const anyPattern = fc.string({ unit: fc.constantFrom("a", "b", "-", "*"), minLength: 1, maxLength: 6 });
  fc.assert(
    fc.property(anyText, anyPattern, (text, pattern) => {
      fc.pre(pattern.includes("*"));
      const name = `x${text}x`;
      const parts = `x${pattern}x`.split("*");
      const expected = new RegExp(`^${parts.join(".*")}$`, "u").test(name);

      expect(expand([{ between: ["hub", `x${pattern}x`] }], ["hub", name]).pairs.length === 1).toBe(expected);
    }),
  );
});

it("answers a hostile pattern at once", () => {
  const started = performance.now();

  expand([{ between: ["hub", `${"a*".repeat(200)}b`] }], ["hub", "a".repeat(60)]);

  expect(performance.now() - started).toBeLessThan(500);
});

it.each([
  {
    connections: [{ between: ["hub", "spoke-*"] }, { between: ["spoke-1", "hub"], sku: "named" }],
    why: "after it",
  },
  {
    connections: [{ between: ["spoke-1", "hub"], sku: "named" }, { between: ["hub", "spoke-*"] }],
    why: "before it",
  },
])("a pair by name counts before a pattern $why", ({ connections }) => {
  const { wishes, messages } = expand(connections);

  expect(messages).toEqual([]);
  expect(wishes).toHaveLength(3);
  expect(wishes.find(({ ends }) => ends.some(({ name }) => name === "spoke-1"))?.sku).toBe("named");
});

it("refuses a pair that two patterns ask for", () => {
  const { messages } = expand([{ between: ["hub", "spoke-*"] }, { between: ["*-1", "hub"] }]);

  expect(messages).toEqual(["spoke-1 - hub is asked for twice."]);
});

it("refuses more pairs than anybody means", () => {
  const many = Array.from({ length: 700 }, (_, index) => `net-${index}`);

  const { pairs, messages } = expand([{ mesh: ["*"] }], many);

  expect(pairs).toEqual([]);
  expect(messages).toEqual(["This one entry asks for 244,650 connections; 200,000 are planned at most."]);
});

it("looks up the ends of a connection whose needs cannot be read, and decides nothing for it", () => {
  const { pairs, messages } = expand([
    { between: ["hub", "spoke-3"], needs: { bandwidth: "fast" } },
    { between: ["hub", "data"], kindd: "x" },
  ]);

  expect(pairs).toEqual([]);
  expect(messages).toHaveLength(3);
});
