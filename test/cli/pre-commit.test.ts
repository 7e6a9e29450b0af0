import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { parse } from "yaml";
import { root } from "../source-files.ts";
import { intent, isthmus, scratch } from "./isthmus.ts";

interface Hook {
  readonly id: string;
  readonly name: string;
  readonly entry: string;
  readonly language: string;
  readonly files: string;
}

const hooks: readonly Hook[] = parse(readFileSync(join(root, ".pre-commit-hooks.yaml"), "utf8"));
const packageFile: { bin: Record<string, string> } = JSON.parse(
  readFileSync(join(root, "package.json"), "utf8"),
);

it.each(hooks)("$id starts a program of the package, with the files that git has", ({ entry, language }) => {
  const [program = "", ...args] = entry.split(" ");
  const folder = scratch({ "network.yaml": intent, "wrong/network.yaml": "name: [" });

  expect(language).toBe("node");
  expect(Object.keys(packageFile.bin)).toContain(program);
  expect(isthmus(folder, [...args, "network.yaml"])).toMatchObject({ code: 0 });
  expect(isthmus(folder, [...args, "network.yaml", "wrong/network.yaml"]).code).not.toBe(0);
});

it.each([
  ["network.yaml", true],
  ["prod/network.yml", true],
  ["hub.estate.json", true],
  ["network.lock.json", false],
  ["my-network.yaml", false],
  ["network.yaml.txt", false],
])("%s is looked at: %s", (path, isLookedAt) => {
  expect(hooks.some(({ files }) => new RegExp(files).test(path))).toBe(isLookedAt);
});
