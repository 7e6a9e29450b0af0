import * as z from "zod";
import { designFile } from "../outputs/design-json/design-file.ts";
import { moneyFile, priceItemFile } from "../outputs/design-json/price-item-file.ts";

/** The shapes of what commands answer with `--format json`. */

const decisions = designFile.shape.decisions.element;
const network = designFile.shape.addresses.shape.virtualNetworks.element;

export const decisionSchema = z.strictObject({
  format: z.literal("isthmus/decision"),
  version: z.literal(1),
  ...decisions.shape,
});

export const addressesSchema = z.strictObject({
  format: z.literal("isthmus/addresses"),
  version: z.literal(1),
  virtualNetworks: z.array(network.omit({ existing: true })),
  clientPools: designFile.shape.addresses.shape.clientPools,
  natRanges: designFile.shape.addresses.shape.natRanges,
  pools: z.array(z.strictObject({ name: z.string(), free: z.array(z.string()) })),
});

export const freeRangeSchema = z.strictObject({
  format: z.literal("isthmus/free-range"),
  version: z.literal(1),
  addressPrefix: z.string().nullable(),
});

export const priceSchema = z.strictObject({
  format: z.literal("isthmus/price"),
  version: z.literal(1),
  currency: z.string(),
  /** Of everything whose quantity is known; absent where that is nothing. */
  monthly: moneyFile.exactOptional(),
  items: z.array(priceItemFile),
  /** What the sum does not know, a sentence each. */
  unknown: z.array(z.string()),
});

const position = z.strictObject({
  offset: z.number().int(),
  line: z.number().int(),
  column: z.number().int(),
});
const span = z.strictObject({ start: position, end: position });
const place = {
  message: z.string(),
  file: z.string(),
  span: span.exactOptional(),
};

export const diagnosticsSchema = z.strictObject({
  format: z.literal("isthmus/diagnostics"),
  version: z.literal(1),
  diagnostics: z.array(
    z.strictObject({
      rule: z.string(),
      severity: z.enum(["error", "warning", "info"]),
      ...place,
      hint: z.string().exactOptional(),
      path: z.array(z.union([z.string(), z.number()])).exactOptional(),
      related: z.array(z.strictObject(place)),
      fix: z
        .array(z.strictObject({ file: z.string(), span, text: z.string() }))
        .exactOptional()
        .describe("What check --fix would write: each span becomes its text."),
    }),
  ),
  counts: z.record(z.string(), z.number().int()),
  suppressed: z.number().int().exactOptional().describe("How many are ignored, with a reason."),
  baseline: z
    .strictObject({ unchanged: z.number().int(), absent: z.number().int() })
    .exactOptional()
    .describe("Of what the baseline has: how many are found, and how many no more."),
});
