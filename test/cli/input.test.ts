import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { intent, isthmus, scratch } from "./isthmus.ts";

const utf16 = Buffer.from(`\uFEFF${intent}`, "utf16le").subarray(0, -1);
const refused: readonly (readonly [
  what: string,
  content: string | Uint8Array,
  code: number,
  message: string,
])[] = [
  ["is empty", "", 1, "network.yaml is empty."],
  ["is a comment and nothing else", "# later\n", 1, "network.yaml is empty."],
  ["is UTF-16 cut off", utf16, 2, "network.yaml:1:1 The file begins as UTF-16 and is none."],
  [
    "is Latin-1",
    Buffer.from("name: caf\u00e9\n", "latin1"),
    2,
    "network.yaml:1:10 Byte 0xE9 at line 1, column 10 is not UTF-8.",
  ],
  ["is an image", Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0]), 2, "network.yaml:1:1 Byte 0x89"],
  ["is a text", "hello\n", 1, "network.yaml holds no mapping of keys."],
  [
    "is 10 MB of YAML",
    "- a: [1, 2, 3]\n".repeat(700_000),
    1,
    "network.yaml holds 10.5 MB; YAML is read up to 8 MB.",
  ],
  ["nests without end", "[".repeat(5_000_000), 1, "Values are nested more than 100 deep."],
];

it.each(refused)(
  "a file that %s: one message, at once, and nothing is written",
  (_, content, code, message) => {
    const folder = scratch({ "network.yaml": content });
    const start = performance.now();

    const run = isthmus(folder, ["design"]);

    expect(performance.now() - start).toBeLessThan(5000);
    expect(run).toMatchObject({ code, stdout: "", stderr: expect.stringContaining(message) });
    expect(run.stderr.match(/hint:/g)).toHaveLength(1);
    expect(run.stderr.split("\n").length).toBeLessThan(8);
  },
);

it("a file that is missing, and a folder, are named", () => {
  const folder = scratch();
  mkdirSync(join(folder, "network.yaml"));

  expect(isthmus(folder, ["check", "no.yaml"])).toMatchObject({
    code: 2,
    stderr: expect.stringMatching(/^no\.yaml is not there/),
  });
  expect(isthmus(folder, ["check"])).toMatchObject({
    code: 2,
    stderr: expect.stringMatching(/^network\.yaml is a folder/),
  });
});

it("of several files one that is missing is said before the others are judged", () => {
  const folder = scratch({ "network.yaml": "name: [" });

  expect(isthmus(folder, ["check", "network.yaml", "no.yaml"])).toMatchObject({ code: 2, stdout: "" });
});

it("several files are judged together", () => {
  const folder = scratch({
    "a/network.yaml": intent,
    "b/network.yaml": intent.replace("[orders, billing]", "nope"),
  });
  const { code, stdout } = isthmus(folder, ["check", "a/network.yaml", "b/network.yaml"]);

  expect(code).toBe(1);
  expect(stdout).toMatch(/^b\/network\.yaml:9:20 error /);
});

it.each(["crlf.yaml", "no-ending", "with blank/größe 網路.yaml", "network.json", "marked.yaml"])(
  "designs %s",
  (name) => {
    const json = JSON.stringify({
      name: "j",
      addressSpace: "10.0.0.0/16",
      virtualNetworks: { one: { region: "westeurope" } },
    });
    const folder = scratch({
      "crlf.yaml": intent.replaceAll("\n", "\r\n"),
      "no-ending": intent,
      "with blank/größe 網路.yaml": intent,
      "network.json": json,
      "marked.yaml": `\uFEFF${intent}`,
    });

    const first = isthmus(folder, ["design", name]);
    const second = isthmus(folder, ["design", name]);

    expect(first).toMatchObject({ code: 0, stderr: "", stdout: expect.stringContaining("written to") });
    expect(second).toMatchObject({ code: 0, stderr: "", stdout: expect.stringContaining("is unchanged") });
  },
);

it("CRLF and LF give the same design", () => {
  const folder = scratch({ "a.yaml": intent, "b.yaml": intent.replaceAll("\n", "\r\n") });
  const json = (name: string) =>
    isthmus(folder, ["design", name, "--format", "json"]).stdout.replaceAll(name, "x");

  expect(json("b.yaml")).toBe(json("a.yaml"));
});

it("reads stdin, YAML or JSON, where only an answer is wanted", () => {
  const folder = scratch();

  expect(isthmus(folder, ["check", "-"], { input: intent })).toEqual({
    code: 0,
    stdout: "no findings\n",
    stderr: "",
  });
  expect(isthmus(folder, ["addresses", "-", "--next", "/24"], { input: intent }).stdout).toBe(
    "10.64.8.0/24\n",
  );
  expect(isthmus(folder, ["check", "-"], { input: '{ "name": 1 }' }).stdout).toMatch(/^stdin:1:11 error /);
  expect(isthmus(folder, ["design", "-", "--format", "json"], { input: intent })).toMatchObject({
    code: 0,
    stderr: "",
  });
  expect(isthmus(folder, ["design", "-"], { input: intent })).toMatchObject({ code: 2, stdout: "" });
});

it("a lock that is broken is a finding at its place", () => {
  const folder = scratch({ "network.yaml": intent, "network.lock.json": "{" });
  const { code, stderr } = isthmus(folder, ["design"]);

  expect(code).toBe(1);
  expect(stderr).toMatch(/^network\.lock\.json:1:1 error source\/invalid-json/);
  writeFileSync(join(folder, "network.lock.json"), "");
  expect(isthmus(folder, ["design"]).code).toBe(1);
});
