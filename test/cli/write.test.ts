import { existsSync, lstatSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { intent, isthmus, scratch } from "./isthmus.ts";
import { tree } from "./tree.ts";

function designed(): string {
  const folder = scratch({ "network.yaml": intent });
  expect(isthmus(folder, ["design"])).toMatchObject({ code: 0, stderr: "" });
  return folder;
}

it("a second run changes no byte, and says so", () => {
  const folder = designed();
  const before = tree(folder);

  const { code, stdout } = isthmus(folder, ["design"]);

  expect(code).toBe(0);
  expect(stdout).toContain("Files: out/ is unchanged");
  expect(tree(folder)).toEqual(before);
});

it("no file holds a path of this machine", () => {
  const folder = designed();

  expect(Object.entries(tree(folder)).filter(([, text]) => text.includes(folder))).toEqual([]);
});

it("an output that was edited is not written over, unless it is forced", () => {
  const folder = designed();
  writeFileSync(join(folder, "out/design.json"), "mine");
  writeFileSync(join(folder, "network.yaml"), intent.replace("name: small", "name: other"));
  const before = tree(folder);

  const { code, stderr } = isthmus(folder, ["design"]);

  expect(code).toBe(2);
  expect(stderr).toContain("out/design.json was edited since Isthmus wrote it; nothing was written.");
  expect(tree(folder)).toEqual(before);
  expect(isthmus(folder, ["design", "--force"]).code).toBe(0);
  expect(readFileSync(join(folder, "out/design.json"), "utf8")).toContain('"name": "other"');
});

it("an edit that says the same is no edit", () => {
  const folder = designed();
  writeFileSync(join(folder, "out/manifest.json"), '{"files":{}}');

  expect(isthmus(folder, ["design"]).code).toBe(0);
});

it("a file of somebody else is not written over, and others beside it are left alone", () => {
  const folder = scratch({ "network.yaml": intent, "out/design.json": "foreign", "out/notes.md": "mine" });

  const { code, stderr } = isthmus(folder, ["design"]);

  expect(code).toBe(2);
  expect(stderr).toContain("out/design.json is there already and not from Isthmus");
  expect(Object.keys(tree(folder))).toEqual(["network.yaml", "out/design.json", "out/notes.md"]);
  expect(isthmus(folder, ["design", "--force"]).code).toBe(0);
  expect(tree(folder)).toMatchObject({ "out/notes.md": "mine" });
});

it.each(["{", "[]", '{"files": 3}', "null"])(
  "a manifest that reads %s stops everything, unless it is forced",
  (text) => {
    const folder = designed();
    writeFileSync(join(folder, "out/manifest.json"), text);
    const before = tree(folder);

    expect(isthmus(folder, ["design"])).toMatchObject({
      code: 2,
      stderr: expect.stringMatching(/^out\/manifest\.json is not the list/),
    });
    expect(tree(folder)).toEqual(before);
    expect(isthmus(folder, ["design", "--force"]).code).toBe(0);
  },
);

/** As if an earlier version had written these. */
function withStale(folder: string, names: readonly string[], sha256: string): void {
  const path = join(folder, "out/manifest.json");
  const entries = names.map((name) => `"${name}": "${sha256}", `).join("");
  writeFileSync(path, readFileSync(path, "utf8").replace('"files": {', `"files": { ${entries}`));
}

const SHA256_OF_OLD = "cba06b5736faf67e54b07b561eae94395e774c517a7d910a54369e1263ccfbd4";

it("what no longer belongs to the design goes, unless it was edited", () => {
  const folder = designed();
  mkdirSync(join(folder, "out/modules"));
  for (const name of ["old.txt", "modules/old.txt"]) writeFileSync(join(folder, "out", name), "old");
  writeFileSync(join(folder, "out/edited.txt"), "mine");
  withStale(folder, ["old.txt", "modules/old.txt", "edited.txt", "gone.txt"], SHA256_OF_OLD);

  const { code, stdout } = isthmus(folder, ["design"]);

  expect(code).toBe(0);
  expect(stdout).toMatch(/Removed from there, .*: old\.txt and\n {4}modules\/old\.txt/);
  expect(stdout).toContain("Left there, for they were edited: edited.txt");
  expect(["old.txt", "modules", "edited.txt"].map((name) => existsSync(join(folder, "out", name)))).toEqual([
    false,
    false,
    true,
  ]);
  expect(isthmus(folder, ["design"]).stdout).not.toMatch(/Removed|Left/);
});

it("a manifest cannot lead to files that are not in the folder", () => {
  const folder = designed();
  mkdirSync(join(folder, "elsewhere"));
  for (const path of ["precious.txt", "elsewhere/precious.txt"]) writeFileSync(join(folder, path), "old");
  symlinkSync("../elsewhere", join(folder, "out/link"));
  const absolute = join(folder, "precious.txt");
  withStale(
    folder,
    ["../precious.txt", absolute, "link/precious.txt", "", ".", "a/../../precious.txt"],
    SHA256_OF_OLD,
  );

  expect(isthmus(folder, ["design"])).toMatchObject({ code: 0, stderr: "" });
  expect(tree(folder)).toMatchObject({ "precious.txt": "old", "elsewhere/precious.txt": "old" });
});

it("a link in the way is refused, and what it leads to is never written", () => {
  const folder = scratch({ "network.yaml": intent, "precious.txt": "precious" });
  mkdirSync(join(folder, "out"));
  symlinkSync("../precious.txt", join(folder, "out/design.json"));

  expect(isthmus(folder, ["design"]).code).toBe(2);
  expect(isthmus(folder, ["design", "--force"]).code).toBe(0);
  expect(readFileSync(join(folder, "precious.txt"), "utf8")).toBe("precious");
  expect(lstatSync(join(folder, "out/design.json")).isFile()).toBe(true);
});

it("a link that leads nowhere is in the way too", () => {
  const folder = scratch({ "network.yaml": intent });
  mkdirSync(join(folder, "out"));
  symlinkSync("nowhere", join(folder, "out/design.json"));

  expect(isthmus(folder, ["design"])).toMatchObject({
    code: 2,
    stderr: expect.stringContaining("is there already"),
  });
});

it("a lock that is a link stays one", () => {
  const folder = designed();
  mkdirSync(join(folder, "locks"));
  const lock = readFileSync(join(folder, "network.lock.json"), "utf8");
  rmSync(join(folder, "network.lock.json"));
  writeFileSync(join(folder, "locks/real.json"), lock);
  symlinkSync("locks/real.json", join(folder, "network.lock.json"));
  writeFileSync(
    join(folder, "network.yaml"),
    intent.replace("connections:", "  more: { size: /24 }\nconnections:"),
  );

  expect(isthmus(folder, ["design"]).code).toBe(0);
  expect(lstatSync(join(folder, "network.lock.json")).isSymbolicLink()).toBe(true);
  expect(readFileSync(join(folder, "locks/real.json"), "utf8")).toContain('"more"');
});

it.each(["out", "out/design.json"])("what is no place to write to is named: %s", (name) => {
  const folder = scratch({ "network.yaml": intent });
  if (name === "out") writeFileSync(join(folder, name), "a file");
  else mkdirSync(join(folder, name), { recursive: true });

  const { code, stderr } = isthmus(folder, ["design"]);

  expect(code).toBe(2);
  expect(stderr).toMatch(/a part of the path is a file|a folder is in the place of a file/);
  expect(existsSync(join(folder, "network.lock.json"))).toBe(false);
});

it("writes elsewhere with --out, deep if need be", () => {
  const folder = scratch({ "network.yaml": intent });

  expect(isthmus(folder, ["design", "--out", "a/b c/d"]).code).toBe(0);
  expect(existsSync(join(folder, "a/b c/d/design.json"))).toBe(true);
  expect(existsSync(join(folder, "out"))).toBe(false);
});

it("a design with an error writes nothing", () => {
  const folder = scratch({ "network.yaml": intent.replace("[orders, billing]", "nope") });
  const { code, stdout, stderr } = isthmus(folder, ["design"]);

  expect({ code, stdout }).toEqual({ code: 1, stdout: "" });
  expect(stderr).toMatch(/\nNo design: nothing was written\.\n$/);
  expect(Object.keys(tree(folder))).toEqual(["network.yaml"]);
});
