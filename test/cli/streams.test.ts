import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, inject, it } from "vitest";
import { root } from "../source-files.ts";
import { intent, isthmus, largeIntent, plainEnvironment, scratch } from "./isthmus.ts";
import { tree } from "./tree.ts";

const broken = intent.replace("[orders, billing]", "nope");

function shell(folder: string, script: string, env: NodeJS.ProcessEnv = {}) {
  const { status, stdout, stderr } = spawnSync("bash", ["-c", script], {
    cwd: folder,
    env: { ...plainEnvironment(), NODE: process.execPath, CLI: inject("cli"), ...env },
    encoding: "utf8",
  });
  return { code: status, stdout, stderr };
}

it("--format json prints design.json, and writes no file", () => {
  const folder = scratch({ "network.yaml": intent });
  const { code, stdout, stderr } = isthmus(folder, ["design", "--format", "json"]);

  expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
  expect(Object.keys(tree(folder))).toEqual(["network.yaml"]);
  isthmus(folder, ["design"]);
  expect(readFileSync(join(folder, "out/design.json"), "utf8")).toBe(stdout);
});

it("--format json with --out does both", () => {
  const folder = scratch({ "network.yaml": intent });
  const { stdout } = isthmus(folder, ["design", "--format", "json", "--out", "here"]);

  expect(tree(folder)["here/design.json"]).toBe(stdout);
});

it.each(["design", "addresses", "check"])(
  "%s --format json: stdout is JSON, also of what is wrong",
  (args) => {
    const folder = scratch({ "network.yaml": broken });
    const { code, stdout, stderr } = isthmus(folder, [...args.split(" "), "--format", "json"]);

    expect([code, JSON.parse(stdout || "null")]).toEqual([expect.any(Number), expect.anything()]);
    if (args !== "check") expect(stderr).toMatch(/^network\.yaml:9:20 error /);
  },
);

it("a file that is no intent is answered in JSON with its findings", () => {
  const folder = scratch({ "network.yaml": "" });

  for (const args of [["design"], ["addresses"], ["explain", "a", "b"]]) {
    const { code, stdout } = isthmus(folder, [...args, "--format", "json"]);
    expect(code).toBe(1);
    expect(JSON.parse(stdout)).toMatchObject({ format: "isthmus/diagnostics", counts: { error: 1 } });
  }
});

it.each(["json", "sarif", "github", "junit"])("check --format %s says nothing on stderr", (format) => {
  const folder = scratch({ "network.yaml": broken });

  expect(isthmus(folder, ["check", "--format", format])).toMatchObject({ code: 1, stderr: "" });
});

it("a reader that has seen enough is no mistake, and files are written all the same", () => {
  const folder = scratch({ "network.yaml": largeIntent(300) });

  const long = shell(folder, '"$NODE" "$CLI" addresses | head -1; echo "${PIPESTATUS[0]}"');
  const closed = shell(folder, '"$NODE" "$CLI" design | true; echo "${PIPESTATUS[0]}"');

  expect(long).toMatchObject({ stderr: "", stdout: expect.stringMatching(/^hub-0 .*\n0\n$/) });
  expect(closed).toMatchObject({ stderr: "", stdout: "0\n" });
  expect(Object.keys(tree(folder))).toContain("out/design.json");
});

it("a full disk behind > is said", () => {
  const folder = scratch({ "network.yaml": intent });
  const { code, stderr } = shell(folder, '"$NODE" "$CLI" design --format json > /dev/full');

  expect(code).toBe(2);
  expect(stderr).toMatch(/^The output could not be written: ENOSPC/);
});

it("works with no stderr and no stdin", () => {
  const folder = scratch({ "network.yaml": broken });

  expect(shell(folder, '"$NODE" "$CLI" check 2>&- <&-').code).toBe(1);
});

const ESCAPE = "\u001b";

/** What a terminal of 80 x 24 gets. */
function inTerminal(folder: string, args: string, env: NodeJS.ProcessEnv = {}): string {
  const command = `stty cols 80 rows 24; "$NODE" "$CLI" ${args}`;
  return shell(folder, `script -qec '${command}' /dev/null < /dev/null`, env).stdout.replaceAll("\r\n", "\n");
}

it("a terminal gets colours; a pipe, NO_COLOR and a dumb terminal get none", () => {
  const folder = scratch({ "network.yaml": broken });

  expect(inTerminal(folder, "check")).toContain(`${ESCAPE}[31m`);
  expect(inTerminal(folder, "check", { NO_COLOR: "" })).toContain(ESCAPE);
  expect(inTerminal(folder, "check", { NO_COLOR: "1" })).not.toContain(ESCAPE);
  expect(inTerminal(folder, "check", { TERM: "dumb" })).not.toContain(ESCAPE);
  expect(isthmus(folder, ["check"]).stdout).not.toContain(ESCAPE);
});

it.each([
  ["the example", () => readFileSync(join(root, "examples/hub-and-spoke/network.yaml"), "utf8")],
  ["1,000 networks", () => largeIntent(1000)],
])("the summary of %s fits a terminal of 80 x 24", (_, text) => {
  const folder = scratch({ "network.yaml": text() });

  const screen = inTerminal(folder, "design", { NO_COLOR: "1" });

  const lines = screen.trimEnd().split("\n");
  expect(lines.filter((line) => line.length > 80)).toEqual([]);
  expect(lines.length).toBeLessThan(24);
});

it("a text out of a file or an argument cannot drive the terminal", () => {
  const attack = "\\e]0;owned\\a\\e[2J\\u202E";
  const folder = scratch({
    "network.yaml": intent
      .replace("name: small", `name: "x${attack}"`)
      .replace("  orders:", `  "ord${attack}": {}\n  orders:`)
      .replace("    needs:", `    description: "d${attack}"\n    needs:`),
  });
  const evil = `${ESCAPE}[2J\u202E`;
  const runs = [
    ["design"],
    ["check"],
    ["check", "--format", "github"],
    ["addresses"],
    ["explain", "hub", "orders"],
    ["explain", evil, "hub"],
    ["design", `${evil}.yaml`],
    ["design", `--${evil}`],
    [evil],
    ["design", "--out", evil],
  ].map((args) => isthmus(folder, args));

  // oxlint-disable-next-line no-control-regex -- those are what must not be there
  const dangerous = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/;
  expect(
    runs.flatMap(({ stdout, stderr }) => [stdout, stderr]).filter((text) => dangerous.test(text)),
  ).toEqual([]);
});
