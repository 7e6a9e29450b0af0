import { spawnSync } from "node:child_process";
import { chmodSync, writeFileSync } from "node:fs";
import { delimiter, join } from "node:path";
import { expect, inject, it } from "vitest";
import { intent, isthmus, plainEnvironment, scratch } from "./isthmus.ts";

const questions: readonly (readonly [words: readonly string[], answers: readonly string[]])[] = [
  [["de"], ["design"]],
  [
    [""],
    [
      "init",
      "design",
      "check",
      "explain",
      "addresses",
      "routes",
      "trace",
      "reach",
      "survive",
      "diff",
      "lab",
      "export",
      "price",
      "prices",
      "schema",
      "completion",
    ],
  ],
  [["--"], ["--help", "--version"]],
  [
    ["design", "--f"],
    ["--format", "--frozen-lock", "--force"],
  ],
  [
    ["design", "--format", ""],
    ["text", "json"],
  ],
  [["check", "--format", "=", "s"], ["sarif"]],
  [
    ["explain", ""],
    ["hub", "orders", "billing"],
  ],
  [["explain", "hub", "o"], ["orders"]],
  [["addresses", "--in", "b"], ["billing"]],
  [
    ["routes", "network.yaml", "orders"],
    ["orders", "orders/web"],
  ],
  [["trace", "hub/"], ["hub/shared"]],
  [["trace", "hub", "i"], ["internet"]],
  [
    ["trace", "hub", "orders", "--down", "b"],
    ["billing", "billing/app"],
  ],
  [
    ["trace", "--protocol", ""],
    ["tcp", "udp", "icmp"],
  ],
  [
    ["schema", "d"],
    ["design", "decision", "diff", "diagnostics"],
  ],
  [
    ["completion", ""],
    ["bash", "zsh", "fish"],
  ],
  // Nothing: the shell then completes files.
  [["design", ""], []],
  [["design", "--out", ""], []],
];

it.each(questions)("bash completes isthmus %j", (words, answers) => {
  const folder = scratch({ "network.yaml": intent });
  const program = join(folder, "isthmus");
  writeFileSync(program, `#!/bin/sh\nexec "${process.execPath}" "${inject("cli")}" "$@"\n`);
  chmodSync(program, 0o755);
  const script = `source <(isthmus completion bash)
    COMP_WORDS=(isthmus "$@"); COMP_CWORD=$#
    _isthmus; [ \${#COMPREPLY[@]} = 0 ] || printf '%s\\n' "\${COMPREPLY[@]}"`;

  const { stdout, stderr } = spawnSync("bash", ["-c", script, "bash", ...words], {
    cwd: folder,
    env: { ...plainEnvironment(), PATH: `${folder}${delimiter}${process.env["PATH"]}` },
    encoding: "utf8",
  });

  expect(stderr).toBe("");
  expect(stdout.split("\n").filter((line) => line !== "")).toEqual(answers);
});

it("without an intent, or with a broken one, it proposes nothing and says nothing", () => {
  for (const files of [{}, { "network.yaml": "a: [" }, { "network.yaml": "\u0000" }]) {
    expect(isthmus(scratch(files), ["__complete", "explain", ""])).toEqual({
      code: 0,
      stdout: "",
      stderr: "",
    });
  }
});
