import type { Value } from "../../../src/model/unknown.ts";
import {
  readArmTemplate,
  type TemplateGiven,
  type TemplateRead,
} from "../../../src/readers/arm-template/read-arm-template.ts";
import { readTemplateDocument } from "../../../src/readers/arm-template/template-document.ts";
import type { Document, Json, JsonObject } from "../../../src/source/document.ts";

const SCHEMA = "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#";

/** A template with these members, as a file that was read. */
export function templateOf(members: JsonObject, file = "template.json"): Document {
  const template = { $schema: SCHEMA, contentVersion: "1.0.0.0", resources: [], ...members };
  return readTemplateDocument(file, JSON.stringify(template, undefined, 2));
}

export function readTemplate(members: JsonObject, given: TemplateGiven = {}): TemplateRead {
  return readArmTemplate(templateOf(members), given);
}

/** `rule at line:column message` of each finding, in the order of the file. */
export function findingsOf(members: JsonObject, given: TemplateGiven = {}): readonly string[] {
  const document = templateOf(members);
  return readArmTemplate(document, given).diagnostics.map(({ rule, message, origin }) => {
    const { line, column } = document.spanOf(origin.path).start;
    return `${rule} ${origin.file === document.file ? `${line}:${column} ` : ""}${message}`;
  });
}

/** What one expression comes to in a template: the tag of a public IP address has it. */
export function valueOf(
  expression: Json,
  members: JsonObject = {},
  given: TemplateGiven = {},
): { readonly value: Value | undefined; readonly errors: readonly string[] } {
  const probe = {
    type: "Microsoft.Network/publicIPAddresses",
    apiVersion: "2024-05-01",
    name: "probe",
    tags: { value: expression },
  };
  const read = readTemplate({ ...members, resources: [...listOf(members["resources"]), probe] }, given);
  const found = [...read.estate.resources.values()].find(({ name }) => name === "probe");
  const tags = found?.envelope?.["tags"];
  const value = typeof tags === "object" && tags !== null && "value" in tags ? tags.value : undefined;
  return { value, errors: read.diagnostics.map(({ message }) => message) };
}

function listOf(value: Json | undefined): readonly Json[] {
  return Array.isArray(value) ? value : [];
}
