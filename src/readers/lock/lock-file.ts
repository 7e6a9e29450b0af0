import * as z from "zod";

const prefixes = z.array(z.string());

/** `network.lock.json`: written by `design`, kept in version control, not edited by hand. */
export const lockFile = z.strictObject({
  format: z.literal("isthmus/lock"),
  version: z.literal(1),
  regions: z.record(z.string(), prefixes).default({}),
  virtualNetworks: z
    .record(
      z.string(),
      z.strictObject({
        addressSpace: prefixes.default([]),
        subnets: z.record(z.string(), prefixes).default({}),
      }),
    )
    .default({}),
  hosts: z.record(z.string(), z.string()).exactOptional(),
  sizes: z.record(z.string(), z.string()).exactOptional(),
  connections: z.record(z.string(), z.strictObject({ kind: z.string() })).default({}),
});
