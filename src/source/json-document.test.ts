import { expect, it } from "vitest";
import { readJson } from "./json-document.ts";

it.each([
  { text: '{"a": }', at: "1:7", says: "A value is missing before }.", reason: "no value" },
  { text: '{"a" 1}', at: "1:6", says: "A colon is missing before 1.", reason: "no colon" },
  { text: '{"a": 1 "b": 2}', at: "1:9", says: 'A comma is missing before "b".', reason: "no comma" },
  {
    text: "{1: 2}",
    at: "1:2",
    says: "A name in double quotes is missing before 1.",
    reason: "a number as name",
  },
  { text: "[1,\n 2", at: "1:1", says: "The [ is not closed.", reason: "no ]" },
  {
    text: '{"a": [1, 2}',
    at: "1:7",
    says: "The [ is not closed before }.",
    reason: "one of two closings",
  },
  { text: '{"a": 1\n', at: "1:1", says: "The { is not closed.", reason: "no }" },
  { text: "{}\n{}", at: "2:1", says: "{ stands after the end of the value.", reason: "two values" },
  { text: '["a\n]', at: "1:2", says: 'The text "a is not closed.', reason: "no closing quote" },
  { text: "[1] /* x", at: "1:5", says: "The comment is not closed.", reason: "no end of the comment" },
  { text: "['a']", at: "1:2", says: "'a' is neither a value nor in double quotes.", reason: "single quotes" },
  { text: "[True]", at: "1:2", says: "True is neither a value nor in double quotes.", reason: "Python" },
  { text: '["\\q"]', at: "1:2", says: '"\\q" holds a \\ that escapes nothing.', reason: "no such escape" },
  {
    text: '["\\u12"]',
    at: "1:2",
    says: '"\\u12" holds a \\u without four hexadecimal digits after it.',
    reason: "\\u",
  },
  { text: '["a\tb"]', at: "1:2", says: '"a\\tb" holds a control character.', reason: "a tab in a text" },
  { text: "[1.]", at: "1:2", says: "1. is not a number.", reason: "half a number" },
  {
    text: "[1e999]",
    at: "1:2",
    says: "1e999 is larger than any number that can be read.",
    reason: "infinite",
  },
  {
    text: '{"a": 1,\n "a": 2}',
    at: "2:2",
    says: "a is given twice; the first is on line 1.",
    reason: "a name twice",
  },
  {
    text: '{"a": 1, "\\u0061": 2}',
    at: "1:10",
    says: "a is given twice; the first is on line 1.",
    reason: "escaped",
  },
])("says what is wrong, once, and where: $reason", ({ text, at, says }) => {
  const { problems } = readJson("network.json", text);

  expect(problems.map(({ message }) => message)).toEqual([says]);
  expect(problems.map(({ span: { start } }) => `${start.line}:${start.column}`)).toEqual([at]);
});

it("goes on after a mistake and reads the rest", () => {
  const document = readJson("network.json", '{\n "a": tru,\n "b": [1 2],\n "c": 3\n}');

  expect(document.value).toEqual({ b: [1, 2], c: 3 });
  expect(document.problems.map(({ span }) => span.start.line)).toEqual([2, 3]);
  expect(document.spanOf(["c"]).start).toMatchObject({ line: 4, column: 7 });
});

it("takes the first of two properties with one name, and points at it", () => {
  const document = readJson("network.json", '{"a": 1, "a": [2]}');

  expect(document.value).toEqual({ a: 1 });
  expect(document.spanOf(["a", 0]).start.column).toBe(7);
});

it.each([
  {
    path: [],
    cuts: '{"hub": {"subnets": [{"name": "a"}, 5]}}',
    key: '{"hub": {"subnets": [{"name": "a"}, 5]}}',
  },
  { path: ["hub"], cuts: '{"subnets": [{"name": "a"}, 5]}', key: '"hub"' },
  { path: ["hub", "subnets", 0, "name"], cuts: '"a"', key: '"name"' },
  { path: ["hub", "subnets", 1], cuts: "5", key: "5" },
  { path: ["hub", "missing", "deeper"], cuts: '{"subnets": [{"name": "a"}, 5]}', key: '"hub"' },
  { path: ["hub", "subnets", 2], cuts: '[{"name": "a"}, 5]', key: '"subnets"' },
  { path: ["hub", "subnets", "0"], cuts: '[{"name": "a"}, 5]', key: '"subnets"' },
  { path: ["hub", "subnets", 1, "inside"], cuts: "5", key: "5" },
])("points at $path, or at the nearest parent that exists", ({ path, cuts, key }) => {
  const document = readJson("network.json", '{"hub": {"subnets": [{"name": "a"}, 5]}}');

  const value = document.spanOf(path);
  const held = document.keySpanOf(path);

  expect(document.text.slice(value.start.offset, value.end.offset)).toBe(cuts);
  expect(document.text.slice(held.start.offset, held.end.offset)).toBe(key);
});

it("reads and questions 10 MB without a tree", { timeout: 5_000 }, () => {
  const resource = {
    type: "Microsoft.Network/virtualNetworks",
    properties: { addressPrefixes: ["10.0.0.0/16"] },
  };
  const text = JSON.stringify({ resources: Array.from({ length: 100_000 }, () => resource) });

  const document = readJson("export.json", text);
  const spans = Array.from({ length: 1_000 }, (_, index) =>
    document.spanOf(["resources", index * 100, "properties", "addressPrefixes", 0]),
  );

  expect(text.length).toBeGreaterThan(9_000_000);
  expect(document.problems).toEqual([]);
  expect(new Set(spans.map(({ start, end }) => text.slice(start.offset, end.offset)))).toEqual(
    new Set(['"10.0.0.0/16"']),
  );
});
