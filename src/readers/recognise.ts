import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import type { Document, Json, JsonObject } from "../source/document.ts";
import { isList, isObject } from "../source/index.ts";
import { isArmTemplate } from "./arm-template/is-arm-template.ts";
import { azureExportEntries } from "./azure-export/export-entries.ts";
import type { InputFormat } from "./input-format.ts";
import { isTerraformPlan } from "./terraform-plan/is-terraform-plan.ts";

/** What a file holds, by its own keys; `undefined` where it is nothing that Isthmus reads. */
export function recognise(document: Document): InputFormat | undefined {
  const { value } = document;
  if (isArmTemplate(document)) return "arm-template";
  if (isObject(value)) {
    if (value["format"] === "isthmus/design") return "design";
    if (isTerraformPlan(value)) return "terraform-plan";
    if (isEstate(value)) return "estate";
  }
  if (azureExportEntries(value)) return "azure-export";
  return isIntent(document) ? "intent" : undefined;
}

/** Several files of these make one estate; an intent and what comes of it stand for themselves. */
export function isPartOfEstate(format: InputFormat | undefined): boolean {
  return format !== undefined && format !== "intent" && format !== "design";
}

function isEstate(value: JsonObject): boolean {
  return (
    "formatVersion" in value || ("resources" in value && !("virtualNetworks" in value) && !isState(value))
  );
}

/** What nobody can tell is taken for an intent, whose reader says what is wrong; but not what is clearly another's. */
function isIntent({ value, problems }: Document): boolean {
  if (isObject(value) && isLog(value)) return false;
  if (problems.length > 0 || value === undefined || value === null) return true;
  return isObject(value) ? seenInstead(value) === undefined : !isList(value);
}

/** Files of other tools that people may well pass, by what only they have. */
function seenInstead(value: JsonObject): string | undefined {
  if (isLog(value)) return "what `terraform plan -json` tells while it works, and not the plan";
  if (isState(value)) return "a state of Terraform as it lies on the disk";
  if (schemaOf(value).includes("deploymentParameters.json")) return "a parameter file of an ARM template";
  if ("lockVersion" in value) return "a lock file";
  if (isList(value["value"]) && value["value"].some((one) => isObject(one) && "nextHopType" in one))
    return "effective routes";
  if (typeof value["format"] === "string" && value["format"].startsWith("isthmus/"))
    return `an answer ${value["format"]}`;
  return isOfIntent(value) ? undefined : keysOf(value);
}

const OF_INTENT = new Set([
  "$schema",
  "name",
  "description",
  "defaults",
  "addressSpace",
  "virtualNetworks",
  "sites",
  "p2sUsers",
  "connections",
]);

function isOfIntent(value: JsonObject): boolean {
  const keys = Object.keys(value);
  return keys.length === 0 || keys.some((key) => OF_INTENT.has(key));
}

function isState(value: JsonObject): boolean {
  return "terraform_version" in value && "lineage" in value;
}

/** A line of it; `terraform show -json` of the plan that was saved is what can be read. */
function isLog(value: JsonObject): boolean {
  return "@level" in value && "@message" in value;
}

function schemaOf({ $schema }: JsonObject): string {
  return typeof $schema === "string" ? $schema : "";
}

function keysOf(value: JsonObject): string {
  return `an object with ${Object.keys(value)
    .slice(0, 4)
    .map((key) => `"${key}"`)
    .join(", ")}`;
}

/** Whether a file can be read as what somebody says it is. */
export function fits({ value, problems }: Document, format: InputFormat): boolean {
  if (problems.length > 0) return true;
  switch (format) {
    case "azure-export":
      return azureExportEntries(value) !== undefined;
    case "terraform-plan":
      return isObject(value) && (isTerraformPlan(value) || isObject(value["planned_values"]));
    case "arm-template":
      return isObject(value);
    case "design":
    case "estate":
    case "intent":
      return true;
  }
}

export function unexpected({ file, value }: Document, format: InputFormat): Diagnostic {
  return {
    rule: "input/unexpected-format",
    severity: "error",
    message: `This is ${seenIn(value)}, and no ${format} as --from has it.`,
    origin: { file, path: [] },
    hint: "Leave --from out, and the file's own keys say what it is.",
  };
}

/** What a file was that nobody could read, and what can be read. */
export function unrecognised({ file, value }: Document): Diagnostic {
  return {
    rule: "input/unknown-format",
    severity: "error",
    message: `This is ${seenIn(value)}, and nothing that Isthmus reads.`,
    origin: { file, path: [] },
    hint: `Pass an intent, an estate, a design, an ARM template, what \`az … -o json\` prints of resources, or \`terraform show -json\` of a plan or a state; or name the format with --from.`,
  };
}

function seenIn(value: Json | undefined): string {
  if (isObject(value)) return seenInstead(value) ?? keysOf(value);
  if (isList(value)) return `a list of ${value.length} without ids of Azure`;
  return "no object";
}
