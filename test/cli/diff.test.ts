import { execFileSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { intent, isthmus, scratch } from "./isthmus.ts";

/** A repository whose last commit has the intent. */
function repository(): string {
  const folder = scratch({ "network.yaml": intent });
  const git = (...args: readonly string[]) =>
    execFileSync("git", ["-C", folder, "-c", "user.email=a@example.com", "-c", "user.name=a", ...args]);
  git("init", "--quiet");
  git("add", "network.yaml");
  git("commit", "--quiet", "--message", "first");
  return folder;
}

it("compares a revision with the file beside it, and says what a pull request needs", () => {
  const folder = repository();
  const same = isthmus(folder, ["diff", "HEAD:network.yaml"]);
  writeFileSync(join(folder, "network.yaml"), intent.replace(/^connections:[\s\S]*$/m, "connections: []\n"));

  const changed = isthmus(folder, [
    "diff",
    "HEAD:network.yaml",
    "--format",
    "markdown",
    "--fail-on",
    "lost,dearer",
  ]);

  expect(same).toEqual({
    code: 0,
    stderr: "",
    stdout: "HEAD:network.yaml and network.yaml come to the same.\n",
  });
  expect(changed.code).toBe(1);
  expect(changed.stderr).toContain("Fails on: lost.");
  expect(changed.stdout).toContain("<details><summary>Lost: ");
});

it("says what is wrong with a revision", () => {
  const folder = repository();
  const say = (...args: readonly string[]) => {
    const { code, stderr } = isthmus(folder, ["diff", "--", ...args]);
    return `${code} ${stderr.split("\n")[0]}`;
  };

  expect(say("HEAD~9:network.yaml")).toBe('2 git knows no revision "HEAD~9".');
  expect(say("HEAD:other.yaml")).toBe("2 HEAD has no other.yaml.");
  expect(say("--help:network.yaml")).toBe('2 git knows no revision "--help".');
});

const network = (name: string) => ({
  id: `/subscriptions/1/resourceGroups/net/providers/Microsoft.Network/virtualNetworks/${name}`,
  name,
  properties: {
    addressSpace: { addressPrefixes: ["10.1.0.0/16"] },
    subnets: [{ name, properties: { addressPrefix: "10.1.0.0/24" } }],
  },
});

it("prints nothing that a terminal obeys, in Markdown either", () => {
  const folder = scratch({ "a.json": "[]", "b.json": JSON.stringify([network("\u001b[31mred\u202e")]) });

  const { stdout } = isthmus(folder, ["diff", "a.json", "b.json", "--format", "markdown"]);

  expect(stdout).toContain("red");
  for (const sign of ["\u001b", "\u202e"]) expect(stdout).not.toContain(sign);
});
