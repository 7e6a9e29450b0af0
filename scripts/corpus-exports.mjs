// Reads a folder of exports and plans that nobody here wrote, and says what became of each:
//   npm run corpus-exports [-- folder]
// Of recorded sessions of `az` (cassettes) it reads every answer that holds resources.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { checkEstate, readNetwork } from "../src/check.ts";
import { predict } from "../src/predict.ts";
import { recognise } from "../src/readers/recognise.ts";
import { readDocument } from "../src/source/index.ts";

const [folder = fileURLToPath(new URL("../../shared/corpus/other", import.meta.url))] = process.argv.slice(2);
if (!existsSync(folder)) {
  console.log(`There is no ${folder}, so nothing was read. Name one: npm run corpus-exports -- folder`);
  process.exit(0);
}

function documentsOf(name) {
  const document = readDocument(name, readFileSync(join(folder, name), "utf8"));
  if (!Array.isArray(document.value?.interactions)) return [document];
  return document.value.interactions.flatMap(({ response }, index) => {
    const text = response?.body?.string;
    return typeof text === "string" && text.startsWith("{")
      ? [readDocument(`${name}#${index}.json`, text)]
      : [];
  });
}

const totals = { files: 0, read: 0, resources: 0, crashed: 0 };
for (const name of readdirSync(folder).filter((one) => /\.(json|ya?ml)$/.test(one))) {
  const counts = new Map();
  let resources = 0;
  for (const document of documentsOf(name)) {
    totals.files++;
    const format = recognise(document) ?? "not recognised";
    counts.set(format, (counts.get(format) ?? 0) + 1);
    if (format === "intent" || format === "not recognised") continue;
    try {
      const checked = checkEstate([readNetwork(document, format)], { reconsider: false });
      predict(checked.estate, { down: new Set() });
      totals.read++;
      resources += checked.estate.resources.size;
      for (const { rule, message } of checked.diagnostics)
        if (/^(azure-export|terraform-plan|input)\//.test(rule)) console.log(`  ${rule} ${message}`);
    } catch (error) {
      totals.crashed++;
      console.log(`${document.file} crashed: ${error.stack}`);
    }
  }
  totals.resources += resources;
  console.log(
    `${name}: ${[...counts].map(([format, count]) => `${count} ${format}`).join(", ")}; ${resources} resources`,
  );
}
console.log(
  `${totals.read} of ${totals.files} read, ${totals.resources} resources, ${totals.crashed} crashed`,
);
process.exit(totals.crashed > 0 ? 1 : 0);
