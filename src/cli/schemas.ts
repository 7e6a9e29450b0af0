import { z } from "zod";
import { designFile } from "../outputs/design-json/design-file.ts";
import { estateFile } from "../readers/estate/estate-file.ts";
import { intentFile } from "../readers/intent/intent-file.ts";
import { lockFile } from "../readers/lock/lock-file.ts";
import { addressesAnswer, decisionAnswer, diagnosticsAnswer, freeRangeAnswer } from "./answer-schemas.ts";

/** Everything that is read and written, by name; `input`: as people write it. */
const files = {
  intent: { title: "Isthmus intent", schema: intentFile, io: "input" },
  estate: { title: "Isthmus estate", schema: estateFile, io: "input" },
  lock: { title: "Isthmus lock", schema: lockFile, io: "input" },
  design: { title: "Isthmus design", schema: designFile, io: "output" },
  decision: { title: "Isthmus decision", schema: decisionAnswer, io: "output" },
  addresses: { title: "Isthmus addresses", schema: addressesAnswer, io: "output" },
  "free-range": { title: "Isthmus free range", schema: freeRangeAnswer, io: "output" },
  diagnostics: { title: "Isthmus diagnostics", schema: diagnosticsAnswer, io: "output" },
} as const;

export type SchemaName = keyof typeof files;

export function schemaNames(): readonly SchemaName[] {
  return Object.keys(files).filter((name): name is SchemaName => name in files);
}

/** The JSON Schema (draft 2020-12) of one kind of file or answer. */
export function jsonSchema(name: SchemaName): string {
  const { title, schema, io } = files[name];
  return `${JSON.stringify({ title, ...z.toJSONSchema(schema, { io, unrepresentable: "any" }) }, null, 2)}\n`;
}
