import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { root, sourceFiles } from "./source-files.ts";

// Starts a compiler: over a second.
it("the interfaces that are still on paper fit today's model", () => {
  const page = readFileSync(join(root, "docs/contributing/interfaces.md"), "utf8");
  const blocks = [...page.matchAll(/```ts\n(.*?)```/gs)].map((match) => match[1] ?? "");
  const folder = mkdtempSync(join(root, "test/.paper-"));

  try {
    const files = blocks.map((block, index) => {
      const file = join(folder, `block-${index}.ts`);
      writeFileSync(file, block);
      return file;
    });
    const config = { extends: "../../tsconfig.core.json", include: ["*.ts"], exclude: [] };
    writeFileSync(join(folder, "tsconfig.json"), JSON.stringify(config));

    expect(files.length).toBeGreaterThan(0);
    expect(compile(folder)).toBe("");
  } finally {
    rmSync(folder, { recursive: true });
  }
});

it("what the page says of a topology it says in the words of the model and of its readers", () => {
  const page = readFileSync(join(root, "docs/contributing/interfaces.md"), "utf8");
  const kinds = page.slice(page.indexOf("## VNet peering"), page.indexOf("## Facilities"));
  const sentences = [...kinds.matchAll(/- \*\*Topology:\*\*(.*?)(?=\n- \*\*|\n\n)/gs)].map(
    (match) => match[1] ?? "",
  );
  const words = sentences.flatMap((text) =>
    [...text.matchAll(/`([A-Za-z]+)`/g)].map((match) => match[1] ?? ""),
  );
  const texts = sourceFiles()
    .filter(({ path }) => path.startsWith("src/topology/") || path.startsWith("src/model/"))
    .map(({ text }) => text)
    .join("\n");

  expect(words.length).toBeGreaterThan(10);
  expect(words.filter((word) => !new RegExp(`\\b${word}\\b`).test(texts))).toEqual([]);
});

function compile(folder: string): string {
  try {
    return execFileSync(process.execPath, [join(root, "node_modules/typescript/bin/tsc"), "-p", folder], {
      encoding: "utf8",
    });
  } catch (error) {
    return error instanceof Error && "stdout" in error ? String(error.stdout) : String(error);
  }
}
