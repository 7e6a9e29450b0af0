import * as z from "zod";
import { outcome } from "./prediction-schemas.ts";

const names = z.array(z.string());

/** The shape of what `reach --format json` answers; with `--pairs` there are pairs in place of groups. */
export const reachSchema = z.strictObject({
  format: z.literal("isthmus/reach"),
  version: z.literal(1),
  flow: z.strictObject({
    protocol: z.enum(["tcp", "udp", "icmp", "*"]),
    port: z.number().int().exactOptional(),
  }),
  /** Ids of what is down. */
  down: names,
  endpoints: z.number().int().exactOptional(),
  /** How many pairs have which outcome. */
  counts: z.partialRecord(outcome, z.number().int()).exactOptional(),
  /** Endpoints that nothing tells apart, as senders. */
  from: z.array(names).exactOptional(),
  to: z.array(names).exactOptional(),
  /** A row for each of `from`, in it one for each of `to`; absent where there are too many. */
  outcomes: z.array(z.array(outcome)).exactOptional(),
  /** Of pairs that were named. */
  details: z
    .array(
      z.strictObject({
        from: names,
        to: names,
        outcome,
        because: z.string(),
        parts: z.array(
          z.strictObject({ from: names, to: names, outcome, permitted: z.string().exactOptional() }),
        ),
        /** Equal ways there, each as the places on it. */
        ways: z.array(names),
      }),
    )
    .exactOptional(),
  expectations: z
    .array(
      z.strictObject({
        from: z.string(),
        to: z.string(),
        reach: z.boolean(),
        verdict: z.enum(["met", "unmet", "oneWay", "unproven"]),
        because: z.string().exactOptional(),
        pair: z.strictObject({ from: z.string(), to: z.string() }).exactOptional(),
      }),
    )
    .exactOptional(),
  /** Reached, though no expectation speaks of it; absent where it was not looked for. */
  unasked: z.array(z.strictObject({ from: names, to: names })).exactOptional(),
  notModelled: names.exactOptional(),
  assumed: names.exactOptional(),
  /** With --pairs. */
  pairs: z.array(z.strictObject({ from: z.string(), to: z.string(), outcome })).exactOptional(),
});
