import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { connectionKinds } from "../src/connections/index.ts";
import { rules } from "../src/rules/index.ts";
import { checksPage } from "./rules/checks-page.ts";
import { situationsPage } from "./situations/situations-page.ts";
import { root } from "./source-files.ts";

const WRITE = process.env["BASELINES"] === "write";

/** Pages that follow from the code: `npm run docs` writes them. */
const pages = {
  "docs/rules.md": rulesPage(),
  "docs/contributing/checks.md": checksPage((rule) => pageOf(rule, "../../src")),
  "docs/guide/refusals.md": refusalsPage(),
  "docs/guide/situations.md": situationsPage(),
};

it.each(Object.entries(pages))("%s says what the code says", (path, text) => {
  if (WRITE) writeFileSync(join(root, path), text);

  expect(readFileSync(join(root, path), "utf8")).toBe(text);
});

it.each(markdownFiles())("every link of %s that stays in the project leads somewhere", (path) => {
  const text = readFileSync(join(root, path), "utf8");
  const links = [...text.matchAll(/\]\((?!https?:|#)([^)#]+)/g)].map((match) => match[1] ?? "");
  const dead = links.filter((link) => !existsSync(join(root, path, "..", link)));

  expect(dead).toEqual([]);
});

/** Where the page of a rule is, from a page that sees the sources at `src`. */
function pageOf(rule: string, src: string): string {
  const kind = connectionKinds.find(({ rules: own }) => own.some(({ id }) => id === rule));
  return kind ? `${src}/connections/${kind.name}/rules/${rule.split("/")[1]}.md` : `${src}/rules/${rule}.md`;
}

function rulesPage(): string {
  const rows = [...rules, ...connectionKinds.flatMap((kind) => kind.rules)].sort((a, b) =>
    a.id < b.id ? -1 : 1,
  );
  const lines = rows.map(
    (rule) => `| [\`${rule.id}\`](${pageOf(rule.id, "../src")}) | ${rule.severity} | ${rule.summary} |`,
  );
  return [
    "# Rules",
    "",
    "`error`: Azure refuses it, or traffic that is asked for cannot flow. `warning`: Azure takes it and it will hurt later.",
    "`info`: it works; something simpler or cheaper exists. Every page shows what is wrong and what is right; both are tests.",
    "",
    "| rule | severity | what must hold |",
    "|---|---|---|",
    ...lines,
    "",
  ].join("\n");
}

function refusalsPage(): string {
  const folder = join(root, "test/refused");
  const names = readdirSync(folder)
    .filter((name) => name.endsWith(".txt"))
    .map((name) => name.slice(0, -".txt".length))
    .sort();
  const sections = names.map((name) => {
    const text = readFileSync(join(folder, `${name}.txt`), "utf8").trimEnd();
    return `## ${name.replaceAll("-", " ")}\n\n\`\`\`text\n${text}\n\`\`\`\n`;
  });
  return [
    "# What it refuses",
    "",
    "Files with mistakes, and what Isthmus says to each. The files are in [`test/refused/`](../../test/refused).",
    "",
    ...sections,
  ].join("\n");
}

function markdownFiles(): readonly string[] {
  const inDocs = readdirSync(join(root, "docs"), { recursive: true, encoding: "utf8" }).filter((name) =>
    name.endsWith(".md"),
  );
  return ["README.md", "CONTRIBUTING.md", ...inDocs.map((name) => `docs/${name}`)];
}
