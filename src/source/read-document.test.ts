import fc from "fast-check";
import { expect, it } from "vitest";
import { parse, stringify } from "yaml";
import type { Json } from "./document.ts";
import { isList, isObject } from "./json-kind.ts";
import type { Path } from "./path.ts";
import { readDocument } from "./read-document.ts";

const anyText = fc.oneof(
  fc.string({ unit: "binary" }).map((text) => text.replace(/[\p{Cc}\p{Surrogate}\uFEFF]/gu, "")),
  fc.constantFrom(
    "",
    "10.0.0.0/16",
    "no",
    "null",
    "1e3",
    "0x10",
    "a: b",
    "- x",
    "#",
    "é",
    "𝒳y",
    "<<",
    "{{ x }}",
  ),
  fc.constantFrom("__proto__", "constructor", "toString", "two\nlines\n", " padded "),
);
const anyNumber = fc
  .double({ noNaN: true, noDefaultInfinity: true })
  .map((number) => (number === 0 ? 0 : number));
const { value: anyJson } = fc.letrec<{ value: Json }>((tie) => ({
  value: fc.oneof(
    { depthSize: "small", withCrossShrink: true },
    fc.oneof(anyText, anyNumber, fc.integer(), fc.boolean(), fc.constant(null)),
    fc.array(tie("value"), { maxLength: 4 }),
    fc
      .uniqueArray(fc.tuple(anyText, tie("value")), { selector: ([name]) => name, maxLength: 4 })
      .map(objectOf),
  ),
}));

function objectOf(entries: readonly (readonly [string, Json])[]): Json {
  const properties = entries.map(([name, value]) => `${JSON.stringify(name)}:${JSON.stringify(value)}`);
  return JSON.parse(`{${properties.join(",")}}`);
}

function* leavesOf(value: Json, path: Path = []): Generator<{ path: Path; leaf: Json }> {
  if (isList(value)) for (const [index, item] of value.entries()) yield* leavesOf(item, [...path, index]);
  else if (isObject(value))
    for (const [key, item] of Object.entries(value)) yield* leavesOf(item, [...path, key]);
  else yield { path, leaf: value };
}

it.each([
  { indent: 0, reason: "as programs write it" },
  { indent: 2, reason: "as people read it" },
])("reads any JSON, and points at each of its leaves ($reason)", ({ indent }) => {
  fc.assert(
    fc.property(anyJson, (value) => {
      const text = JSON.stringify(value, undefined, indent);
      const document = readDocument("network.json", text);

      expect(document.problems).toEqual([]);
      expect(document.value).toEqual(value);
      for (const { path, leaf } of leavesOf(value)) {
        const { start, end } = document.spanOf(path);
        expect(JSON.parse(text.slice(start.offset, end.offset))).toEqual(leaf);
      }
    }),
  );
});

it("reads JSON with comments as the same without", () => {
  fc.assert(
    fc.property(anyJson, (value) => {
      const text = `/* é [ */ ${JSON.stringify(value, undefined, 1)} // {`;
      const document = readDocument("network.jsonc", text);

      expect(document.problems).toEqual([]);
      expect(document.value).toEqual(value);
      for (const { path, leaf } of leavesOf(value)) {
        const { start, end } = document.spanOf(path);
        expect(JSON.parse(text.slice(start.offset, end.offset))).toEqual(leaf);
      }
    }),
  );
});

it("reads any YAML, and points at each of its leaves", () => {
  fc.assert(
    fc.property(anyJson, (value) => {
      const text = stringify(value, { aliasDuplicateObjects: false });
      fc.pre(!/^\W*<</m.test(text)); // stringify does not quote it, so it asks for a merge
      const document = readDocument("network.yaml", text);

      expect(document.problems).toEqual([]);
      expect(document.value).toEqual(value);
      for (const { path, leaf } of leavesOf(value)) {
        if (typeof leaf === "string" && leaf.includes("\n")) continue; // its indentation counts
        const { start, end } = document.spanOf(path);
        expect(parse(text.slice(start.offset, end.offset))).toEqual(leaf);
      }
    }),
  );
});

it("reads the JSON that people write as YAML, too", () => {
  const text = '{\n  "name": "contoso",\n  "sizes": [1, 2],\n}\n';

  const document = readDocument("network.yaml", text);

  expect(document.problems).toEqual([]);
  expect(document.value).toEqual({ name: "contoso", sizes: [1, 2] });
});

const NAMES = ["network.yaml", "network.json"] as const;

it.each(NAMES)("never throws, speaks in sentences and stays inside the text, whatever %s holds", (file) => {
  const anyMistake = fc.tuple(
    fc.nat(),
    fc.nat(5),
    fc.constantFrom(
      "",
      "[",
      "]",
      "{",
      "}",
      '"',
      "'",
      ":",
      ",",
      "\t",
      "\n",
      "- ",
      "&a ",
      "*a",
      "<<: ",
      "!x ",
      "#",
      "\\",
      "/*",
    ),
  );
  const anyBrokenText = fc
    .tuple(anyJson, fc.array(anyMistake, { minLength: 1, maxLength: 4 }), fc.boolean())
    .map(([value, mistakes, asYaml]) => {
      let text = asYaml ? stringify(value) : JSON.stringify(value, undefined, 1);
      for (const [at, removed, added] of mistakes) {
        const start = at % (text.length + 1);
        text = text.slice(0, start) + added + text.slice(start + removed);
      }
      return text;
    });

  fc.assert(
    fc.property(anyBrokenText, (text) => {
      const document = readDocument(file, text);

      for (const { message, hint = "Hint.", span } of document.problems) {
        expect(message).toMatch(/^[^\n]+[.]$/);
        expect(hint).toMatch(/^[A-Z][^\n]+[.]$/);
        expect(`${message} ${hint}`).not.toMatch(/[A-Z]+_[A-Z]+_|undefined|Unexpected|Expected|Something/);
        expect(span.start.offset).toBeLessThanOrEqual(span.end.offset);
        expect(span.end.offset).toBeLessThanOrEqual(document.text.length);
      }
      for (const { path } of leavesOf(document.value ?? null)) {
        const { start, end } = document.spanOf(path);
        expect(start.offset).toBeLessThanOrEqual(end.offset);
      }
      expect(JSON.stringify(document.value)?.length ?? 0).toBeLessThan(100_000);
    }),
    { numRuns: 500 },
  );
});

it.each([
  { file: "network.yaml", text: "", reason: "empty" },
  { file: "network.yaml", text: "\uFEFF", reason: "a byte order mark alone" },
  { file: "network.yaml", text: "# nothing yet\n\n# at all\n", reason: "only comments" },
  { file: "network.json", text: "", reason: "empty" },
  { file: "network.json", text: " \r\n", reason: "only blanks" },
  { file: "network.jsonc", text: "// nothing\n/* yet */", reason: "only comments" },
])("has no value and no problem where nothing is written: $reason in $file", ({ file, text }) => {
  const document = readDocument(file, text);

  expect(document.value).toBeUndefined();
  expect(document.problems).toEqual([]);
  expect(document.spanOf(["a", 0])).toEqual({
    start: { offset: 0, line: 1, column: 1 },
    end: { offset: 0, line: 1, column: 1 },
  });
});

it.each(NAMES)("keeps __proto__ and constructor as plain keys of %s", (file) => {
  const text = '{ "__proto__": { "polluted": true }, "constructor": 1 } ';

  for (const written of [text, text.replace(" }", ", }")]) {
    const { value } = readDocument(file, written);

    expect(value).toEqual(JSON.parse(text));
    expect(isObject(value) && Object.keys(value)).toEqual(["__proto__", "constructor"]);
    expect(Reflect.get({}, "polluted")).toBeUndefined();
  }
});

it.each([
  { file: "a.yaml", text: "[".repeat(100_000), reason: "brackets" },
  { file: "a.yaml", text: "{a: ".repeat(100_000), reason: "braces" },
  { file: "a.yaml", text: "- ".repeat(100_000), reason: "dashes" },
  { file: "a.yaml", text: "? ".repeat(100_000), reason: "question marks" },
  {
    file: "a.yaml",
    text: Array.from({ length: 500 }, (_, n) => `${" ".repeat(n)}a:\n`).join(""),
    reason: "keys",
  },
  { file: "a.json", text: "[".repeat(100_000), reason: "brackets" },
  { file: "a.json", text: "[".repeat(100_000) + "]".repeat(100_000), reason: "brackets that are closed" },
  { file: "a.json", text: '{"a":'.repeat(100_000), reason: "braces" },
  { file: "a.json", text: `["\n${"[".repeat(100_000)}`, reason: "brackets after a quote that is not closed" },
  { file: "a.json", text: "[}".repeat(100_000), reason: "brackets closed by braces" },
  { file: "a.json", text: "[{]}".repeat(100_000), reason: "brackets closed crosswise" },
])("answers 100,000 $reason in $file with one message, without a stack to overflow", ({ file, text }) => {
  const { problems, value } = readDocument(file, text);

  expect(problems.map(({ message }) => message)).toEqual(["Values are nested more than 100 deep."]);
  expect(value).toBeUndefined();
});

it.each(NAMES)("reads values in 100 lists and refuses 101 in %s", (file) => {
  const nested = (depth: number) => readDocument(file, "[".repeat(depth) + "]".repeat(depth)).problems.length;

  expect(nested(100)).toBe(0);
  expect(nested(101)).toBe(1);
});

it.each(NAMES)("lists a hundred mistakes of %s and says that there are more", (file) => {
  const names = Array.from({ length: 300 }, () => '"a": 1').join(",\n");

  const { problems } = readDocument(file, `{${names}}`);

  expect(problems).toHaveLength(101);
  expect(problems.at(-1)?.message).toBe("The mistakes from here on are not listed.");
});
