import * as z from "zod";

/** `*.expect.yaml`: what an estate must do, one entry for each pair of names or patterns. */

const end = z
  .union([z.string().min(1), z.array(z.string().min(1)).min(1)])
  .meta({ examples: ["orders/web", "spoke-*"] })
  .describe("A subnet, network, site or users by the end of its name; * stands for any letters.");
const yesOrNo = z.union([z.boolean(), z.enum(["yes", "no"])]);

const expectation = z.strictObject({
  description: z.string().exactOptional(),
  from: end,
  to: end,
  reach: yesOrNo.exactOptional().describe("yes where absent. no: in neither direction."),
  bothWays: yesOrNo.exactOptional().describe("That `to` may begin as well."),
  protocol: z.enum(["tcp", "udp", "icmp"]).exactOptional().describe("Any where absent; tcp with a port."),
  port: z.number().int().min(1).max(65_535).exactOptional(),
  encrypted: yesOrNo
    .or(z.enum(["betweenNetworks", "acrossInternet"]))
    .exactOptional()
    .describe("yes: all the way between networks."),
  internet: z.literal("forbidden").exactOptional(),
  atLeast: z
    .union([z.string(), z.number()])
    .meta({ examples: ["500 Mbps"] })
    .exactOptional(),
});

export const expectationsFile = z.strictObject({ expect: z.array(expectation).min(1) });

export type ExpectationEntry = z.output<typeof expectation>;
