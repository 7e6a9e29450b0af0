import { z } from "zod";

/** What the lab tells each end; lies beside the folder of certificates. */
const shape = z.discriminatedUnion("role", [
  z.strictObject({
    role: z.literal("server"),
    device: z.string(),
    /** Where it listens, and where it is in the pool. */
    listens: z.string(),
    address: z.string(),
    /** What it gives to its user. */
    userAddress: z.string(),
  }),
  z.strictObject({
    role: z.literal("client"),
    device: z.string(),
    server: z.string(),
    /** What is reached through the tunnel, as `ip route` says it. */
    routes: z.array(z.string()),
  }),
]);

export type SstpSettings = z.infer<typeof shape>;

export function parseSettings(text: string): SstpSettings {
  return shape.parse(JSON.parse(text));
}

export const PORT = 443;
