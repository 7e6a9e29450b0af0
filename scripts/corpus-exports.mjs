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

/** Why an answer holds no network: what it is instead. */
function reasonOf({ value }) {
  const [first] = Array.isArray(value?.value) ? value.value : [];
  if (typeof value?.status === "string") return "the state of a long-running operation";
  if (first && "nextHopType" in first) return "effective routes, which are an answer and no network";
  if (first && "networkSecurityGroup" in first) return "effective network security groups, likewise";
  if ("primaryBytesIn" in (value ?? {})) return "the traffic of a circuit";
  if ("mock" in (value ?? {})) return "pieces of plans for the tests of a policy";
  return "another tool's file";
}

const reasons = new Map();
const totals = { files: 0, read: 0, resources: 0, crashed: 0 };
for (const name of readdirSync(folder).filter((one) => /\.(json|ya?ml)$/.test(one))) {
  const counts = new Map();
  let resources = 0;
  for (const document of documentsOf(name)) {
    totals.files++;
    const format = recognise(document) ?? "not recognised";
    counts.set(format, (counts.get(format) ?? 0) + 1);
    if (format === "intent" || format === "not recognised") {
      reasons.set(reasonOf(document), (reasons.get(reasonOf(document)) ?? 0) + 1);
      continue;
    }
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
for (const [reason, count] of [...reasons].sort((a, b) => b[1] - a[1]))
  console.log(`${String(count).padStart(6)} not read: ${reason}`);
process.exit(totals.crashed > 0 ? 1 : 0);
