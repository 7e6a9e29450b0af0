import { expect, it } from "vitest";
import { readYaml } from "./yaml-document.ts";

const messagesOf = (text: string): readonly string[] =>
  readYaml("network.yaml", text).problems.map(
    ({ message, hint, span: { start } }) =>
      `${start.line}:${start.column} ${message}${hint ? ` ${hint}` : ""}`,
  );

it.each([
  ["a tab", "a:\n\tb: 1\n", "2:1 YAML does not allow tabs for indentation. Indent with spaces."],
  [
    "a tab in a CRLF file",
    "a:\r\n\tb: 1\r\n",
    "2:1 YAML does not allow tabs for indentation. Indent with spaces.",
  ],
  ["no colon", "a: 1\nb 2\nc: 3\n", "2:1 A colon is missing in b 2. Write b: 2."],
  ["no colon above a block", "hub\n  a: 1\n", "1:1 A colon is missing after hub. Write hub: and its value."],
  ["no space", "a:\n  b:1\n  c: 2\n", "2:3 A space is missing after the colon of b:1. Write b: 1."],
  ["an item among keys", "a: 1\n- b\n", "2:1 The list item - b stands among keys. Indent it below its key."],
  ["a quote", 'a: "x\nb: 1\n', '1:4 The text "x is not closed. Add the missing ".'],
  ["a single quote", "a: 'it''s\nb: 1\n", "1:4 The text 'it''s is not closed. Add the missing '."],
  ["a bracket at the end", "a: [1, 2\n", "1:4 The [ is not closed. Add the missing ]."],
  [
    "a bracket",
    "a: [1, [2]\nb: 3\n",
    "1:4 The [ is not closed before b: 3. Add the missing ], or indent what is inside.",
  ],
  [
    "a brace",
    "a: {x: 1\nb: 3\n",
    "1:4 The { is not closed before b: 3. Add the missing }, or indent what is inside.",
  ],
  ["a bracket too many", "a: [1]]\nb: 1\n", "1:7 The ] closes nothing. Remove it."],
  [
    "less indentation",
    "a:\n  b: 1\n c: 2\n",
    "3:2 The indentation of c: 2 fits no line above it. Indent it like the lines it belongs to.",
  ],
  [
    "more indentation",
    "a:\n  b: 1\n    c: 2\n",
    "3:5 c: 2 is indented below 1, which is a value already. Indent it like the line above.",
  ],
  [
    "two colons",
    "a: b: c # d\n",
    "1:4 The value b: c has a colon of its own. Put quotes around it, or give it a line of its own.",
  ],
  [
    "a list on a key's line",
    "a: - x\n",
    "1:4 The list item - x stands on the line of its key. Put the list below the key, or write it in [ ].",
  ],
  ["a reserved character", "a: @x\n", "1:4 @x starts with @, which YAML reserves. Put quotes around it."],
  [
    "an escape",
    'a: "C:\\Users"\n',
    "1:7 The escape \\U does not exist. Write \\\\ for a backslash, or use single quotes.",
  ],
  [
    "text after quotes",
    'a: "x" y\n',
    "1:8 y does not belong to the value before it. Put quotes around the whole value.",
  ],
  ["an empty item", "a: [1,,2]\n", "1:7 A value is missing before the comma."],
  [
    "a block in brackets",
    "a: [\n  b:\n    - 1\n]\n",
    "3:5 - 1 is not in brackets, but inside of some. Write it in brackets, too.",
  ],
  [
    "a text on the line of |",
    "a: |foo\n  x\n",
    "1:5 foo stands on the line of the | or > that announces a text. Start the text on the next line.",
  ],
  ["a comment without space", 'a: "x"#c\n', "1:7 A space is missing before #c."],
  [
    "a key twice",
    "a: 1\nb: 2\na: 3\n",
    "3:1 a is given twice; the first is on line 1. Rename or remove one of them.",
  ],
  [
    "a key twice, once quoted",
    '1: a\n"1": b\n',
    "2:1 1 is given twice; the first is on line 1. Rename or remove one of them.",
  ],
  [
    "a template",
    "a: {{ x }}\n",
    "1:5 A list or a mapping stands where a name is needed. Put quotes around a text that starts with { or [.",
  ],
  ["no name", ": 1\n", "1:1 A name is missing before the colon."],
  ["a tag", "a: !Ref x\n", "1:4 The tag !Ref is not supported here. Remove the tag."],
  ["a tag of YAML 1.1", "a: !!binary aGk=\n", "1:4 The tag !!binary is not supported here. Remove the tag."],
  [
    "not a number",
    "a: .nan\n",
    "1:4 .nan is not a number that can be used. Put quotes around it if it is a text.",
  ],
  [
    "infinity",
    "a: -.inf\n",
    "1:4 -.inf is not a number that can be used. Put quotes around it if it is a text.",
  ],
  [
    "two documents",
    "a: 1\n---\nb: 2\n",
    "2:1 A second document starts here, and one is read. Put each document into a file of its own.",
  ],
  [
    "an older YAML",
    "%YAML 1.1\n---\na: yes\n",
    "1:1 The file asks for YAML 1.1, and is read as YAML 1.2. Remove the line %YAML.",
  ],
  ["no anchor", "a: *x\n", "1:4 *x has no anchor before it. Write &x at the value that it repeats."],
  [
    "an anchor below its alias",
    "a: *x\nb: &x 1\n",
    "1:4 *x has no anchor before it. Write &x at the value that it repeats.",
  ],
  ["a value inside itself", "a: &x [*x]\n", "1:8 *x stands inside the value that it repeats."],
  [
    "a merge of a text",
    "a: { <<: b }\n",
    "1:10 << takes in something that is no mapping. Give << a mapping, an alias of one, or a list of them.",
  ],
])("says what is wrong, once: %s", (_, text, message) => {
  expect(messagesOf(text)).toEqual([message]);
});

it("finds the next mistake, too", () => {
  const text = "a: [1\nz: 1\nb: @\nc: 1\nc: 2\nd: *e\n";

  expect(messagesOf(text).map((message) => message.split(" ", 1)[0])).toEqual(["1:4", "3:4", "5:1", "6:4"]);
});

it.each([
  { key: "8080", name: "8080", reason: "a number" },
  { key: "1.0", name: "1.0", reason: "a number as it is written" },
  { key: "true", name: "true", reason: "a boolean" },
  { key: "~", name: "~", reason: "null" },
  { key: "no", name: "no", reason: "no boolean in YAML 1.2" },
  { key: "&a b", name: "b", reason: "a name with an anchor" },
])("takes the key $key as a name: $reason", ({ key, name }) => {
  const { value, problems } = readYaml("network.yaml", `${key}: 1\n`);

  expect(problems).toEqual([]);
  expect(value).toEqual({ [name]: 1 });
});

const MERGED = `
base: &base
  region: westeurope
  sku: VpnGw1AZ
other: &other { sku: VpnGw2AZ, zones: [1, 2] }
hub:
  <<: [*base, *other]
  region: eastus2
spoke: *base
`;

it("takes in merged keys below its own, the earlier mapping first", () => {
  const { value, problems } = readYaml("network.yaml", MERGED);

  expect(problems).toEqual([]);
  expect(value).toMatchObject({
    hub: { region: "eastus2", sku: "VpnGw1AZ", zones: [1, 2] },
    spoke: { region: "westeurope", sku: "VpnGw1AZ" },
  });
});

it.each([
  { path: ["spoke"], line: 9, cuts: "*base", reason: "an alias itself" },
  { path: ["spoke", "sku"], line: 4, cuts: "VpnGw1AZ", reason: "inside an alias" },
  { path: ["hub", "region"], line: 8, cuts: "eastus2", reason: "an own key" },
  { path: ["hub", "sku"], line: 4, cuts: "VpnGw1AZ", reason: "a merged key" },
  { path: ["hub", "zones", 1], line: 5, cuts: "2", reason: "inside a merged value" },
])("points at the place where the value stands: $reason", ({ path, line, cuts }) => {
  const document = readYaml("network.yaml", MERGED);

  const { start, end } = document.spanOf(path);

  expect(start.line).toBe(line);
  expect(document.text.slice(start.offset, end.offset)).toBe(cuts);
});

it("lets an anchor be given again, for the aliases below", () => {
  const document = readYaml("network.yaml", "a: &x { v: 1 }\nb: *x\nc: &x { v: 2 }\nd: *x\n");

  expect(document.value).toEqual({ a: { v: 1 }, b: { v: 1 }, c: { v: 2 }, d: { v: 2 } });
  expect(document.spanOf(["b", "v"]).start.line).toBe(1);
  expect(document.spanOf(["d", "v"]).start.line).toBe(3);
});

it("ends the span of a block where its last value ends", () => {
  const document = readYaml(
    "network.yaml",
    "a:\r\n  b: 1\r\n  c: 2 # two\r\n\r\n# and\r\nd: |\r\n  x\r\n\r\ne:\r\n",
  );

  const { start, end } = document.spanOf(["a"]);

  expect(document.text.slice(start.offset, end.offset)).toBe("b: 1\r\n  c: 2");
  expect(document.spanOf(["a", "c"]).start).toMatchObject({ line: 3, column: 6 });
  expect(document.spanOf(["d"]).end).toMatchObject({ line: 7, column: 4 });
  expect(document.keySpanOf(["a", "c"]).start).toMatchObject({ line: 3, column: 3 });
  expect(document.spanOf(["e"]).start).toMatchObject({ line: 9 });
});

it("shares the value of an alias instead of copying it", () => {
  const { value } = readYaml("network.yaml", "a: &x [1]\nb: *x\n");

  const [a, b] = Object.values(value ?? {});

  expect(b).toBe(a);
});

it("answers a billion laughs with one message at the alias, at once", () => {
  const levels = Array.from(
    { length: 30 },
    (_, n) => `a${n + 1}: &a${n + 1} [${Array(10).fill(`*a${n}`).join(",")}]`,
  );
  const started = performance.now();

  const document = readYaml("network.yaml", ["a0: &a0 [lol]", ...levels].join("\n"));

  expect(performance.now() - started).toBeLessThan(200);
  expect(document.value).toBeUndefined();
  expect(document.problems.map(({ message }) => message)).toEqual([
    "The aliases expand to more than 1,000,000 values.",
  ]);
  expect(document.problems[0]?.span.start.line).toBe(7);
});

it("answers a chain of merges that doubles at each step as well", () => {
  const levels = Array.from(
    { length: 40 },
    (_, n) => `a${n + 1}: &a${n + 1} { x: *a${n}, y: *a${n}, <<: *a${n} }`,
  );

  const document = readYaml("network.yaml", ["a0: &a0 { k: 1 }", ...levels].join("\n"));

  expect(document.problems).toHaveLength(1);
});

it("counts the depth through aliases", () => {
  const levels = Array.from({ length: 101 }, (_, n) => `a${n + 1}: &a${n + 1} [*a${n}]`);

  const document = readYaml("network.yaml", ["a0: &a0 x", ...levels].join("\n"));

  expect(document.problems.map(({ message, span }) => `${span.start.line} ${message}`)).toEqual([
    "101 Values are nested more than 100 deep.",
  ]);
});

it("does not begin to read 10 MB", () => {
  const document = readYaml("network.yaml", "a: 1\n".repeat(2_000_000));

  expect(document.problems).toEqual([
    {
      message: "network.yaml holds 10.0 MB; YAML is read up to 8 MB.",
      hint: "Write it as JSON, or split it.",
      span: { start: { offset: 0, line: 1, column: 1 }, end: { offset: 0, line: 1, column: 1 } },
    },
  ]);
});
