// Reads a folder of ARM templates that nobody here wrote, and says what became of them:
//   npm run corpus -- [folder] [--all] [--sample 50 --seed 1 --out sheet.yaml]
// With `--all` it lists every finding; with `--sample` it writes a sheet of some of them, to be judged by hand.
// A template's parameter files lie beside it: `X.azuredeploy.parameters.json` is for `X.json`.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { check } from "../src/check.ts";
import { predict } from "../src/predict.ts";
import { isArmTemplate } from "../src/readers/arm-template/is-arm-template.ts";
import { readArmTemplate } from "../src/readers/arm-template/read-arm-template.ts";
import { readTemplateDocument } from "../src/readers/arm-template/template-document.ts";
import { decodeText } from "../src/source/index.ts";
import { drawSample, writeSheet } from "./corpus-sample.mjs";

const { values: asked, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    all: { type: "boolean", default: false },
    sample: { type: "string" },
    seed: { type: "string", default: "1" },
    out: { type: "string", default: "test/readers/corpus-verdicts.yaml" },
  },
});
const [folder = fileURLToPath(new URL("../../shared/corpus/arm", import.meta.url))] = positionals;
if (!existsSync(folder)) {
  console.log(
    `There is no ${folder}, so nothing was read. Name a folder of templates: npm run corpus -- folder`,
  );
  process.exit(0);
}

/** The quickstarts' own tests put another value into each `GEN-UNIQUE`; so does this. */
function readParameters(file) {
  let made = 0;
  const decoded = decodeText(readFileSync(join(folder, file)));
  const text = ("text" in decoded ? decoded.text : "").replace(
    /GEN-UNIQUE(-\d+)?|GEN-VNET[\w-]*|GET-PREREQ[\w-]*/g,
    () => `made${++made}`,
  );
  return readTemplateDocument(file, text);
}

const names = readdirSync(folder)
  .filter((name) => name.endsWith(".json"))
  .sort();
const isParameters = (name) => /\.parameters(\.\w+)?\.json$/.test(name);
const totals = { files: 0, resources: 0, evaluated: 0, failed: 0, unknown: 0, crashed: 0, milliseconds: 0 };
const rules = new Map();
const causes = new Map();
const failures = [];
const findings = [];

for (const name of names.filter((name) => !isParameters(name))) {
  const document = readTemplateDocument(name, readFileSync(join(folder, name), "utf8"));
  if (!isArmTemplate(document)) continue;
  const beside = names.filter(
    (other) => isParameters(other) && other.startsWith(`${basename(name, ".json")}.`),
  );
  const parameterFiles = beside.slice(0, 1).map(readParameters);
  const started = performance.now();
  try {
    const read = readArmTemplate(document, { parameterFiles });
    totals.milliseconds += performance.now() - started;
    totals.files++;
    totals.resources += read.estate.resources.size;
    totals.evaluated += read.expressions.evaluated;
    totals.failed += read.expressions.failed;
    for (const [cause, count] of read.expressions.unknownByCause) {
      totals.unknown += count;
      const kind = cause.replace(
        /of \S+$|parameter \S+|becomes of .*|\S+ is a secret/g,
        (found) => `${found.split(" ")[0]} …`,
      );
      causes.set(kind, (causes.get(kind) ?? 0) + count);
    }
    const checked = check(document, { reconsider: false, template: { parameterFiles } });
    predict(read.estate);
    for (const { rule, severity, message, origin } of checked.diagnostics) {
      rules.set(`${severity} ${rule}`, (rules.get(`${severity} ${rule}`) ?? 0) + 1);
      const isOfReading = rule.startsWith("arm-template/") || rule.startsWith("source/");
      const stands = [document, ...parameterFiles].find(({ file }) => file === origin.file);
      const { line, column } = (stands ?? document).spanOf(origin.path).start;
      findings.push({ file: origin.file, line, rule, message });
      if ((!isOfReading || severity !== "error") && !asked.all) continue;
      failures.push(`${origin.file}:${line}:${column} ${rule} ${message}`);
    }
  } catch (error) {
    totals.crashed++;
    failures.push(`${name} CRASHED ${error instanceof Error ? error.stack : error}`);
  }
}

const table = (counts) =>
  [...counts]
    .sort((a, b) => b[1] - a[1])
    .map(([name, count]) => `  ${String(count).padStart(6)} ${name}`)
    .join("\n");
console.log(`${folder}
${totals.files} templates with ${totals.resources} resources in ${Math.round(totals.milliseconds)} ms; ${totals.crashed} crashed.
${totals.evaluated} expressions evaluated, ${totals.unknown} of them unknown; ${totals.failed} failed.
unknown because
${table(causes)}
findings
${table(rules)}
errors of reading
${failures.map((line) => `  ${line}`).join("\n")}`);
if (asked.sample !== undefined) {
  const sample = { size: Number(asked.sample), seed: asked.seed };
  console.log(writeSheet(asked.out, drawSample(findings, sample.size, sample.seed), sample));
}
