import fc from "fast-check";
import { expect, it } from "vitest";
import type { Change } from "./change.ts";
import type { Json } from "./document.ts";
import { applyEdits, editOf } from "./edit.ts";
import { isList, isObject } from "./json-kind.ts";
import type { Path } from "./path.ts";
import { readDocument } from "./read-document.ts";

function edited(file: string, text: string, change: Change): string | undefined {
  const document = readDocument(file, text);
  const found = editOf(document, change);
  return "edit" in found ? applyEdits(document.text, [found.edit]) : undefined;
}

function refusal(file: string, text: string, change: Change): string | undefined {
  const found = editOf(readDocument(file, text), change);
  return "because" in found ? found.because : undefined;
}

const YAML = `a: # one
  b: 'x'   # two
  list: [ 10.0.0.0/8,  "10.1.0.0/16" ] # three
  block:
    - 10.0.0.0/8 # why
    - 10.1.0.0/16
    - 10.2.0.0/16
c: { d: { e: false } }
`;

it.each<readonly [reason: string, change: Change, from: string, to: string]>([
  ["keeps the quotes", { type: "set", path: ["a", "b"], was: "x", value: "y" }, "'x'", "'y'"],
  ["another truth", { type: "set", path: ["c", "d", "e"], was: false, value: true }, "false", "true"],
  ["a key in braces", { type: "set", path: ["c", "d", "f"], value: true }, "e: false", "e: false, f: true"],
  ["a key on a line", { type: "set", path: ["g"], value: 5 }, "false } }\n", "false } }\ng: 5\n"],
  [
    "the last of a list",
    { type: "remove", path: ["a", "list", 1], was: "10.1.0.0/16" },
    ',  "10.1.0.0/16"',
    "",
  ],
  ["the first of a list", { type: "remove", path: ["a", "list", 0], was: "10.0.0.0/8" }, "10.0.0.0/8,  ", ""],
  [
    "the line of an item",
    { type: "remove", path: ["a", "block", 1], was: "10.1.0.0/16" },
    "    - 10.1.0.0/16\n",
    "",
  ],
  [
    "the last line",
    { type: "remove", path: ["a", "block", 2], was: "10.2.0.0/16" },
    "    - 10.2.0.0/16\n",
    "",
  ],
])("%s, and not a byte more", (_reason, change, from, to) => {
  expect(edited("a.yaml", YAML, change)).toBe(YAML.replace(from, to));
});

it.each<readonly [reason: string, text: string, change: Change, because: RegExp]>([
  ["an alias", "a: &x { b: 1 }\nc: *x\n", { type: "set", path: ["c", "b"], was: 1, value: 2 }, /anchor/],
  ["an anchor", "a: &x { b: 1 }\nc: *x\n", { type: "set", path: ["a", "b"], was: 1, value: 2 }, /anchor/],
  [
    "a merge",
    "a: &x { b: 1 }\nc: { <<: *x, d: 1 }\n",
    { type: "set", path: ["c", "b"], was: 1, value: 2 },
    /anchor/,
  ],
  ["an anchored item", "a: [&x 1]\nc: *x\n", { type: "set", path: ["a", 0], was: 1, value: 2 }, /anchor/],
  ["another value", "a: b\n", { type: "set", path: ["a"], was: "c", value: "d" }, /computed/],
  ["a text of lines", "a: |\n  b\n", { type: "set", path: ["a"], was: "b\n", value: "d" }, /lines/],
  [
    "a comment at a line that would go",
    YAML,
    { type: "remove", path: ["a", "block", 0], was: "10.0.0.0/8" },
    /comment/,
  ],
  ["a key in another case", "a: { B: 1 }\n", { type: "set", path: ["a", "b"], value: 2 }, /spelling/],
  ["nothing to stand in", "a: []\n", { type: "set", path: ["a", "b"], value: 2 }, /computed/],
])("leaves %s", (_reason, text, change, because) => {
  expect(refusal("a.yaml", text, change)).toMatch(because);
});

it("leaves what a template computes or copies", () => {
  const text = '{ "resources": [{ "copy": { "count": 2 }, "x": true }, { "x": "[parameters(\'x\')]" }] }';

  expect(
    refusal("a.json", text, { type: "set", path: ["resources", 0, "x"], was: true, value: false }),
  ).toMatch(/copy/);
  expect(
    refusal("a.json", text, { type: "set", path: ["resources", 1, "x"], was: true, value: false }),
  ).toMatch(/computed/);
});

it.each(["a.yaml", "a.json"])(
  "a change of any value of any file changes that value alone, and is made once: %s",
  (file) => {
    const scalar = fc.oneof(
      fc.boolean(),
      fc.integer(),
      fc.constantFrom("x", "10.0.0.5/24", "fd00::/8", "no", "1.0", "a b", "it's", "#"),
    );
    const value = fc.letrec<{ tree: Json }>((tie) => ({
      tree: fc.oneof(
        { maxDepth: 3 },
        scalar,
        fc.array(tie("tree"), { minLength: 1, maxLength: 3 }),
        fc.dictionary(fc.constantFrom("a", "b", "c d", "e"), tie("tree"), { minKeys: 1, maxKeys: 3 }),
      ),
    })).tree;
    fc.assert(
      fc.property(value, scalar, fc.nat(), fc.boolean(), (root, to, pick, isBlock) => {
        const text =
          file === "a.yaml" && isBlock ? blockOf(root, 0) : JSON.stringify(root, undefined, isBlock ? 2 : 0);
        const leaves = leavesOf(root, []);
        const [path, was] = leaves[pick % leaves.length] ?? [[], 0];
        const change = { type: "set", path, was, value: to } as const;

        const result = edited(file, text, change) ?? "";

        expect(readDocument(file, result).value).toEqual(withValue(root, path, to));
        expect(edited(file, result, { ...change, was: to })).toBe(result);
        const key = { type: "set", path: [...path.slice(0, -1), "new"], value: true } as const;
        const added = typeof path.at(-1) === "string" ? edited(file, text, key) : undefined;
        if (added !== undefined) {
          expect(readDocument(file, added).value).toEqual(withValue(root, key.path, true));
          expect(added.length).toBeGreaterThan(text.length);
        }
      }),
      { numRuns: 300 },
    );
  },
);

type Leaf = string | number | boolean;

function leavesOf(value: Json, path: Path): readonly (readonly [Path, Leaf])[] {
  if (isList(value)) return value.flatMap((item, index) => leavesOf(item, [...path, index]));
  if (isObject(value))
    return Object.entries(value).flatMap(([key, inner]) => leavesOf(inner, [...path, key]));
  return value === null ? [] : [[path, value]];
}

function withValue(value: Json, path: Path, to: Leaf): Json {
  const [step, ...rest] = path;
  if (step === undefined) return to;
  if (isList(value)) return value.map((item, index) => (index === step ? withValue(item, rest, to) : item));
  const object = isObject(value) ? value : {};
  return { ...object, [step]: withValue(object[step] ?? null, rest, to) };
}

/** Block style, with a comment at each line that has a value. */
function blockOf(value: Json, depth: number): string {
  const indent = "  ".repeat(depth);
  if (isList(value)) return value.map((item) => `${indent}-${childOf(item, depth)}`).join("");
  if (isObject(value))
    return Object.entries(value)
      .map(([key, inner]) => `${indent}${JSON.stringify(key)}:${childOf(inner, depth)}`)
      .join("");
  return `${JSON.stringify(value)} # c\n`;
}

function childOf(value: Json, depth: number): string {
  const isLeaf = !isList(value) && !isObject(value);
  return isLeaf ? ` ${blockOf(value, depth + 1)}` : `\n${blockOf(value, depth + 1)}`;
}
