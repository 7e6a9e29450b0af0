import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { allRules } from "../src/analyse.ts";
import { connectionKinds } from "../src/connections/index.ts";
import { importsOf, root, type SourceText, sourceFiles } from "./source-files.ts";

const files = sourceFiles();

/** From the ground up: a layer imports those before it and itself. What shares a line are siblings, and strangers. */
const LAYERS: readonly (readonly string[])[] = [
  ["ip"],
  ["source"],
  ["diagnostics"],
  ["azure"],
  ["model"],
  ["connections", "facilities", "topology", "routing", "planning", "readers", "rules", "prices"],
  ["predict.ts"],
  ["survive"],
  ["survive.ts"],
  ["diff"],
  ["diff.ts"],
  ["prove"],
  ["prove.ts"],
  ["analyse.ts"],
  ["price-decisions.ts", "price-alternatives.ts"],
  ["cheapest-kinds.ts"],
  ["design.ts"],
  ["check.ts"],
  ["judge.ts", "read.ts"],
  ["outputs"],
  ["index.ts"],
  ["lab"],
  ["server"],
  ["cli"],
];

const NODE_LAYERS = new Set(["lab", "server", "cli"]);

function layerOf(path: string): string {
  return path.split("/")[1] ?? "";
}

function rankOf(path: string): number {
  return LAYERS.findIndex((layer) => layer.includes(layerOf(path)));
}

it("every file belongs to a layer", () => {
  expect(files.map(({ path }) => path).filter((path) => rankOf(path) < 0)).toEqual([]);
});

it("imports point down, and never to a sibling", () => {
  const wrong = files.flatMap((file) =>
    importsOf(file)
      .filter((target) => target.startsWith("src/"))
      .filter((target) => rankOf(target) > rankOf(file.path) || isSibling(file.path, target))
      .map((target) => `${file.path} imports ${target}`),
  );

  expect(wrong).toEqual([]);
});

function isSibling(a: string, b: string): boolean {
  return rankOf(a) === rankOf(b) && layerOf(a) !== layerOf(b);
}

it("a kind, and a facility, imports no other one", () => {
  const wrong = files
    .filter(({ path }) => /^src\/(connections|facilities)\/[^/]+\//.test(path))
    .flatMap((file) =>
      importsOf(file)
        .filter(
          (target) =>
            /^src\/(connections|facilities)\//.test(target) &&
            kindFolderOf(target) !== kindFolderOf(file.path),
        )
        .map((target) => `${file.path} imports ${target}`),
    );

  expect(wrong).toEqual([]);
});

function kindFolderOf(path: string): string {
  return path.split("/").slice(0, 3).join("/");
}

it("only the command line, the lab and the server touch Node", () => {
  const wrong = files
    .filter(({ path }) => !NODE_LAYERS.has(layerOf(path)))
    .flatMap((file) =>
      importsOf(file)
        .filter((target) => target.startsWith("node:"))
        .map((target) => `${file.path} imports ${target}`),
    );

  expect(wrong).toEqual([]);
});

it("only the command line prints", () => {
  const prints = /\bconsole\.|process\.(stdout|stderr)/;
  const wrong = files
    .filter(({ path, text }) => layerOf(path) !== "cli" && prints.test(text))
    .map(({ path }) => path);

  expect(wrong).toEqual([]);
});

it("nobody names a kind outside its folder but the list", () => {
  const wrong = files.flatMap((file) =>
    connectionKinds
      .filter(
        ({ name }) =>
          !file.path.startsWith(`src/connections/${name}/`) && file.path !== "src/connections/index.ts",
      )
      .filter(({ name }) => namesKind(file, name))
      .map(({ name }) => `${file.path} names ${name}`),
  );

  expect(wrong).toEqual([]);
});

/** A text in the code that is the name; links and prose may hold the word. */
function namesKind({ text }: SourceText, name: string): boolean {
  return new RegExp(`["'\`]${name}(/[a-z-]+)?["'\`]`).test(text);
}

it("every kind is in the folder of its name", () => {
  const folders = readdirSync(join(root, "src/connections"), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name);

  expect(connectionKinds.map(({ name }) => name).sort()).toEqual(folders.sort());
});

it("no folder and no file is a place for everything", () => {
  const nameless = /(^|\/)(utils?|common|helpers?|misc|types|constants|new|old|v2)(\.ts|\/)/;

  expect(files.map(({ path }) => path).filter((path) => nameless.test(path))).toEqual([]);
});

it("every folder of the tree has its line in docs/contributing/layout.md", () => {
  const layout = readFileSync(join(root, "docs/contributing/layout.md"), "utf8");
  const folders = [...new Set(files.map(({ path }) => treeFolderOf(path)))].filter(
    (folder) => folder !== "src",
  );

  expect(folders.filter((folder) => !layout.includes(`\`${folder}/\``))).toEqual([]);
});

/** The nouns of the rules say themselves what they are. */
function treeFolderOf(path: string): string {
  return path
    .split("/")
    .slice(0, path.startsWith("src/rules/") ? 2 : -1)
    .slice(0, 3)
    .join("/");
}

it("a rule is named by what is wrong", () => {
  const opener =
    /^[a-z0-9-]+\/(missing|unknown|invalid|duplicate|overlapping|unsupported|unreachable|asymmetric|unused|too-small|too-large|exceeds-[a-z0-9-]+-limit|deprecated|insecure|single-point-of-failure)(-|$)/;

  expect(allRules.map(({ id }) => id).filter((id) => !opener.test(id))).toEqual([]);
});

it("files of one subject stay small", () => {
  const long = files.filter(
    ({ path, text }) => !path.startsWith("src/azure/") && text.split("\n").length > 300,
  );

  expect(long.map(({ path }) => path)).toEqual([]);
});

it("the product is alone with itself: no path of a machine, no registry", () => {
  const places = ["README.md", "CONTRIBUTING.md", "package.json", ".ci/run"].filter((path) =>
    existsSync(join(root, path)),
  );
  const texts = [...files, ...places.map((path) => ({ path, text: readFileSync(join(root, path), "utf8") }))];

  expect(texts.filter(({ text }) => /\/(home|root|work)\//.test(text)).map(({ path }) => path)).toEqual([]);
});
