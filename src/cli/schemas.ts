import * as z from "zod";
import { designFile } from "../outputs/design-json/design-file.ts";
import { priceFile } from "../prices/price-file.ts";
import { baselineFile } from "../readers/baseline/baseline-file.ts";
import { configFile } from "../readers/config/config-file.ts";
import { estateFile } from "../readers/estate/estate-file.ts";
import { expectationsFile } from "../readers/expectations/expectations-file.ts";
import { intentFile } from "../readers/intent/intent-file.ts";
import { lockFile } from "../readers/lock/lock-file.ts";
import {
  addressesSchema,
  decisionSchema,
  diagnosticsSchema,
  freeRangeSchema,
  priceSchema,
} from "./answer-schemas.ts";
import { diffSchema } from "./diff/diff-schema.ts";
import {
  labDoctorSchema,
  labListSchema,
  labStatusSchema,
  labSurviveSchema,
  labTestSchema,
} from "./lab-schemas.ts";
import { routesSchema, traceSchema } from "./prediction-schemas.ts";
import { reachSchema } from "./reach-schemas.ts";
import type { SchemaName } from "./schema-names.ts";
import { surviveSchema } from "./survive/survive-schema.ts";

/** Everything that is read and written, by name; `input`: as people write it. */
const files = {
  intent: { title: "Isthmus intent", schema: intentFile, io: "input" },
  estate: { title: "Isthmus estate", schema: estateFile, io: "input" },
  lock: { title: "Isthmus lock", schema: lockFile, io: "input" },
  design: { title: "Isthmus design", schema: designFile, io: "output" },
  decision: { title: "Isthmus decision", schema: decisionSchema, io: "output" },
  addresses: { title: "Isthmus addresses", schema: addressesSchema, io: "output" },
  "free-range": { title: "Isthmus free range", schema: freeRangeSchema, io: "output" },
  price: { title: "Isthmus price", schema: priceSchema, io: "output" },
  prices: { title: "Isthmus prices", schema: priceFile, io: "input" },
  routes: { title: "Isthmus routes", schema: routesSchema, io: "output" },
  trace: { title: "Isthmus trace", schema: traceSchema, io: "output" },
  survive: { title: "Isthmus survive", schema: surviveSchema, io: "output" },
  diff: { title: "Isthmus diff", schema: diffSchema, io: "output" },
  reach: { title: "Isthmus reach", schema: reachSchema, io: "output" },
  expectations: { title: "Isthmus expectations", schema: expectationsFile, io: "input" },
  "lab-list": { title: "Isthmus labs", schema: labListSchema, io: "output" },
  "lab-status": { title: "Isthmus lab status", schema: labStatusSchema, io: "output" },
  "lab-test": { title: "Isthmus lab test", schema: labTestSchema, io: "output" },
  "lab-survive": { title: "Isthmus lab test --survive", schema: labSurviveSchema, io: "output" },
  "lab-doctor": { title: "Isthmus lab doctor", schema: labDoctorSchema, io: "output" },
  diagnostics: { title: "Isthmus diagnostics", schema: diagnosticsSchema, io: "output" },
  config: { title: "Isthmus config", schema: configFile, io: "input" },
  baseline: { title: "Isthmus baseline", schema: baselineFile, io: "input" },
} as const satisfies Record<SchemaName, { title: string; schema: z.ZodType; io: "input" | "output" }>;

/** The JSON Schema (draft 2020-12) of one kind of file or answer. */
export function jsonSchema(name: SchemaName): string {
  const { title, schema, io } = files[name];
  return `${JSON.stringify({ title, ...z.toJSONSchema(schema, { io, unrepresentable: "any" }) }, null, 2)}\n`;
}
