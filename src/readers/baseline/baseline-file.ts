import * as z from "zod";

/** `isthmus.baseline.json`: what was found before somebody began to look. Written by Isthmus, read by people. */

const finding = z.strictObject({
  rule: z.string(),
  file: z.string().describe("From the folder of the baseline."),
  place: z.string().describe("Keys and names on the way to it: for people."),
  fingerprint: z.string().describe("Of rule, file and place: the same when lines move."),
  count: z.number().int().min(2).exactOptional().describe("1 where absent."),
});

export const baselineFile = z.strictObject({
  format: z.literal("isthmus/baseline"),
  version: z.literal(1),
  findings: z.array(finding),
});

export type BaselineEntry = z.output<typeof finding>;
