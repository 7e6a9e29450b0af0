import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import Ajv2020 from "ajv/dist/2020.js";
import { expect, it } from "vitest";
import { SCHEMA_NAMES, type SchemaName } from "../src/cli/schema-names.ts";
import { jsonSchema } from "../src/cli/schemas.ts";
import { priceSheet } from "../src/prices/price-sheet.ts";
import { writePrices } from "../src/prices/write-prices.ts";
import { readDocument } from "../src/source/index.ts";
import { intent, isthmus, scratch } from "./cli/isthmus.ts";
import { root } from "./source-files.ts";

const folder = join(root, "schemas");

if (process.env["BASELINES"] === "write") {
  mkdirSync(folder, { recursive: true });
  for (const name of SCHEMA_NAMES) writeFileSync(pathOf(name), jsonSchema(name));
}

function pathOf(name: SchemaName): string {
  return join(folder, `${name}.schema.json`);
}

/** What is published is what the code checks by; `npm run baselines` writes it anew. */
it.each(SCHEMA_NAMES)("schemas/%s.schema.json is up to date", (name) => {
  expect(readFileSync(pathOf(name), "utf8")).toBe(jsonSchema(name));
});

it("every published schema has its name", () => {
  expect(readdirSync(folder)).toEqual([...SCHEMA_NAMES].map((name) => `${name}.schema.json`).sort());
});

const ajv = new Ajv2020.default({
  allErrors: true,
  strict: true,
  allowUnionTypes: true,
  // Zod writes its pattern beside it, and that is what is checked.
  formats: { "date-time": true },
});
const validators = new Map(
  SCHEMA_NAMES.map((name) => [name, ajv.compile(JSON.parse(readFileSync(pathOf(name), "utf8")))]),
);

function mistakesIn(name: SchemaName, value: unknown): readonly string[] {
  const validate = validators.get(name);
  if (validate?.(value) === true) return [];
  return (validate?.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
}

const examples = readdirSync(join(root, "examples"), { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name);

it.each(examples)("examples/%s: its intent, lock and design are as the schemas say", (example) => {
  const text = readFileSync(join(root, "examples", example, "network.yaml"), "utf8");
  const work = scratch({ "network.yaml": text });
  expect(mistakesIn("intent", readDocument("network.yaml", text).value)).toEqual([]);

  const { code, stdout } = isthmus(work, ["design", "--format", "json", "--out", "out"]);

  expect(code).toBe(0);
  expect(mistakesIn("design", JSON.parse(stdout))).toEqual([]);
  expect(mistakesIn("lock", JSON.parse(readFileSync(join(work, "network.lock.json"), "utf8")))).toEqual([]);
});

const answers: readonly (readonly [SchemaName, string])[] = [
  ["design", "design"],
  ["decision", "explain hub orders"],
  ["addresses", "addresses"],
  ["addresses", "addresses --in orders"],
  ["free-range", "addresses --next /24"],
  ["free-range", "addresses --next /8"],
  ["price", "price"],
  ["price", "price wrong.yaml"],
  ["price", "price --prices prices.json"],
  ["routes", "routes"],
  ["routes", "routes orders"],
  ["routes", "routes orders/web --down hub"],
  ["routes", "routes orders/web --against nic.json"],
  ["routes", "routes --down region/westeurope"],
  ["trace", "trace hub orders"],
  ["trace", "trace orders billing --port 443"],
  ["trace", "trace orders internet --protocol udp"],
  ["trace", "trace hub orders --down region/westeurope"],
  ["reach", "reach"],
  ["reach", "reach orders billing --port 443"],
  ["reach", "reach --pairs"],
  ["lab-list", "lab list"],
  ["lab-doctor", "lab doctor"],
  ["diagnostics", "routes empty.yaml"],
  ["diagnostics", "trace empty.yaml hub orders"],
  ["diagnostics", "price empty.yaml"],
  ["diagnostics", "check"],
  ["diagnostics", "check wrong.yaml"],
  ["diagnostics", "design empty.yaml"],
  ["design", "design wrong.yaml"],
];

it.each(answers)("schema %s holds for: isthmus %s", (name, args) => {
  const work = scratch({
    "network.yaml": intent,
    "wrong.yaml": intent
      .replace("10.64.0.0/16", "10.64.0.0/16\nreserved: [10.64.0.0/22]")
      .replace("size: /22", "addressSpace: 10.64.0.0/22"),
    "empty.yaml": "",
    "prices.json": writePrices(priceSheet),
    "nic.json": JSON.stringify({
      value: [
        { source: "Default", state: "Active", addressPrefix: ["10.9.0.0/16"], nextHopType: "VnetLocal" },
      ],
    }),
  });

  const { stdout } = isthmus(work, [...args.split(" "), "--format", "json"]);

  expect(mistakesIn(name, JSON.parse(stdout))).toEqual([]);
});

const wrong: readonly (readonly [SchemaName, string, unknown])[] = [
  ["intent", "an unknown key", { name: "x", virtualNetwork: {} }],
  ["intent", "a list of networks", { name: "x", virtualNetworks: ["hub"] }],
  ["intent", "no name", { virtualNetworks: {} }],
  ["lock", "another format", { format: "isthmus/design", version: 1 }],
  ["estate", "resources of no type", { formatVersion: 1, resources: [{}] }],
  ["design", "nothing", {}],
  ["price", "a design", { format: "isthmus/design", version: 1 }],
  ["prices", "no currency", { format: "isthmus/prices", version: 1, rates: [] }],
  ["free-range", "a number", { format: "isthmus/free-range", version: 1, addressPrefix: 1 }],
  [
    "diagnostics",
    "another version",
    { format: "isthmus/diagnostics", version: 2, diagnostics: [], counts: {} },
  ],
];

it.each(wrong)("schema %s refuses %s", (name, _, value) => {
  expect(mistakesIn(name, value)).not.toEqual([]);
});

it("the shipped rates are as the schema of price files says", () => {
  expect(mistakesIn("prices", JSON.parse(writePrices(priceSheet)))).toEqual([]);
});

it("isthmus schema prints what is published", () => {
  for (const name of SCHEMA_NAMES) {
    expect(isthmus(scratch(), ["schema", name]).stdout).toBe(readFileSync(pathOf(name), "utf8"));
  }
});
