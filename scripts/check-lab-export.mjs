// Holds exported labs against the schemas that containerlab and clabernetes publish, which are not ours to keep here:
//   CLAB_SCHEMA=clab.schema.json C9S_CRD=clabernetes.containerlab.dev_topologies.yaml node scripts/check-lab-export.mjs FILE...
// FILE is a NAME.clab.yml or a topology.yaml, as `isthmus export` writes them. Ends with 1 where one is refused.
// The schemas: schemas/clab.schema.json of srl-labs/containerlab, assets/crd/ of srl-labs/clabernetes.
import { readFileSync } from "node:fs";
import { Ajv } from "ajv";
import { parse } from "yaml";

const { CLAB_SCHEMA, C9S_CRD } = process.env;
const files = process.argv.slice(2);
if (!CLAB_SCHEMA || !C9S_CRD || files.length === 0) {
  console.error("CLAB_SCHEMA and C9S_CRD name the published schemas, the arguments exported files.");
  process.exit(2);
}

// Kubernetes' formats and its own keywords are none of JSON Schema.
const ajv = new Ajv({ strict: false, allErrors: true, validateFormats: false });
// Published under an address of the draft that its draft does not have.
const { $schema: _draft, $id: _id, ...containerlab } = JSON.parse(readFileSync(CLAB_SCHEMA, "utf8"));
const isContainerlab = ajv.compile(containerlab);
const crd = parse(readFileSync(C9S_CRD, "utf8"));
const version = crd.spec.versions.find(({ name }) => name === "v1alpha1");
const isTopology = ajv.compile(closed(version.schema.openAPIV3Schema));

let refused = 0;
for (const file of files) {
  const value = parse(readFileSync(file, "utf8"));
  const inner = value.spec?.definition?.containerlab;
  if (inner === undefined) judge(file, isContainerlab, value);
  else {
    judge(file, isTopology, value);
    judge(`${file} (its definition)`, isContainerlab, parse(inner));
  }
}
process.exitCode = refused > 0 ? 1 : 0;

function judge(name, validate, value) {
  const accepted = validate(value);
  if (!accepted) refused++;
  console.log(`${name}: ${accepted ? "accepted" : ajv.errorsText(validate.errors, { separator: "\n  " })}`);
}

/** Kubernetes drops what an object's properties do not name; here that is a mistake. */
function closed(schema) {
  if (Array.isArray(schema)) return schema.map(closed);
  if (typeof schema !== "object" || schema === null) return schema;
  const inside = Object.fromEntries(Object.entries(schema).map(([key, value]) => [key, closed(value)]));
  const isObject = schema.type === "object" && schema.properties && schema.additionalProperties === undefined;
  return isObject ? { ...inside, additionalProperties: false } : inside;
}
