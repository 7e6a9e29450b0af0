import { readdirSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { importsOf, root, sourceFiles } from "./source-files.ts";

const names = readdirSync(join(root, "src/azure")).filter(
  (name) => name.endsWith(".ts") && name !== "fact.ts" && !name.endsWith(".test.ts"),
);
const modules = await Promise.all(
  names.map(async (name) => ({
    name,
    exports: Object.entries<unknown>(await import(`../src/azure/${name}`)),
  })),
);

it.each(modules)("$name holds facts, and every fact has its page and its date", ({ exports }) => {
  const facts = exports.filter(([, value]) => typeof value !== "function");

  expect(facts.length).toBeGreaterThan(0);
  for (const [, fact] of facts) {
    expect(fact).toMatchObject({
      source: expect.stringMatching(
        /^https:\/\/(learn\.microsoft\.com|azure\.microsoft\.com|docs\.azure\.cn)\//,
      ),
      readOn: expect.stringMatching(/^20\d\d-\d\d-\d\d$/),
    });
    expect(fact).toHaveProperty("value");
  }
});

it("no rule holds a number that Azure decides", () => {
  const rules = sourceFiles().filter(
    ({ path }) => /^src\/(rules|connections)\//.test(path) && !path.endsWith("index.ts"),
  );
  const found = rules.flatMap(({ path, text }) =>
    [...text.matchAll(/(?<![\w."'/$-])(\d{2,})(?![\w"'/%])/g)]
      .filter(
        ([, digits]) => !["10", "32", "80", "100", "128", "1000", "1440", "2004"].includes(digits ?? ""),
      )
      .map(([, digits]) => `${path}: ${digits}`),
  );

  expect(found).toEqual([]);
});

it("every fact is used", () => {
  const used = new Set(sourceFiles().flatMap(importsOf));

  expect(names.filter((name) => !used.has(`src/azure/${name}`))).toEqual([]);
});
