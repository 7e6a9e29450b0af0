import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { root } from "../source-files.ts";
import { bundlePage } from "./bundle-page.ts";

const file = join(root, "src/outputs/report/page-script.ts");

it("the script in the report is the one in page/, and small", async () => {
  const module = await bundlePage();
  if (process.env["BASELINES"] === "write") writeFileSync(file, module);

  expect(readFileSync(file, "utf8")).toBe(module);
  expect(module.length).toBeLessThan(30_000);
});

it("the script cannot end the element that holds it", () => {
  expect(readFileSync(file, "utf8")).not.toMatch(/<\/script|<!--/i);
});
