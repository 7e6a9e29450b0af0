import * as z from "zod";

/** `prices.json`: rates to count by instead of the shipped ones. Written by `prices refresh`, or by hand. */
export const priceFile = z.strictObject({
  format: z.literal("isthmus/prices"),
  version: z.literal(1),
  /** As ISO 4217 has it: `EUR`. */
  currency: z.string().regex(/^[A-Z]{3}$/, "a currency is written like EUR"),
  rates: z.array(
    z.strictObject({
      serviceName: z.string(),
      productName: z.string(),
      meterName: z.string(),
      location: z.string(),
      unit: z.enum(["GB", "hour", "month"]),
      amount: z.number().min(0),
      tiers: z
        .array(z.strictObject({ from: z.number().min(0), amount: z.number().min(0).exactOptional() }))
        .exactOptional(),
      source: z.string(),
      readOn: z.string(),
      note: z.string().exactOptional(),
    }),
  ),
});
