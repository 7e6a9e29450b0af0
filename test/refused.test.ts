import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { expect, it } from "vitest";
import { check } from "../src/check.ts";
import { formatText, locate, sortDiagnostics } from "../src/diagnostics/index.ts";
import { type Document, readDocument } from "../src/source/index.ts";

/**
 * One mistake a file, and the exact answer beside it. `BASELINES=write npx vitest run test/refused.test.ts` writes the
 * answers anew; read the difference as a user would: one clear sentence a mistake, at the place that must be edited.
 */
const folder = new URL("refused/", import.meta.url);
const names = readdirSync(folder)
  .filter((name) => /(?<!\.lock)\.(yaml|json)$/.test(name))
  .sort();

it.each(names)("%s is refused as its baseline says", (name) => {
  const expected = new URL(name.replace(/\.\w+$/, ".txt"), folder);

  const answer = `${answerTo(name)}\n`;

  if (process.env["BASELINES"] === "write") writeFileSync(expected, answer);
  expect(answer).toBe(readFileSync(expected, "utf8"));
});

it("every answer belongs to a file", () => {
  const answers = readdirSync(folder).filter((name) => name.endsWith(".txt"));

  expect(answers).toEqual(names.map((name) => name.replace(/\.\w+$/, ".txt")));
});

function answerTo(name: string): string {
  const document = readDocument(name, readFileSync(new URL(name, folder), "utf8"));
  const lock = lockBeside(name);
  const { diagnostics } = check(document, { ...(lock ? { lock } : {}), reconsider: false });

  const documents = new Map([document, ...(lock ? [lock] : [])].map((one) => [one.file, one]));
  return formatText(sortDiagnostics(diagnostics.map((diagnostic) => locate(diagnostic, documents))));
}

function lockBeside(name: string): Document | undefined {
  const file = new URL(name.replace(/\.\w+$/, ".lock.json"), folder);
  return existsSync(file) ? readDocument("network.lock.json", readFileSync(file, "utf8")) : undefined;
}
