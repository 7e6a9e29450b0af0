import * as z from "zod";

export const moneyFile = z.strictObject({ amount: z.number(), currency: z.string(), atLeast: z.boolean() });

/** One line of the bill, as programs read it. */
export const priceItemFile = z.strictObject({
  service: z.string(),
  product: z.string(),
  meter: z.string(),
  location: z.string().exactOptional(),
  unit: z.enum(["GB", "hour", "month"]),
  of: z.string().exactOptional(),
  usedBy: z.array(z.string()),
  rate: z
    .strictObject({
      amount: z.number(),
      tiers: z.array(z.strictObject({ from: z.number(), amount: z.number().nullable() })).exactOptional(),
      readFor: z.string().exactOptional(),
      source: z.string(),
      readOn: z.string(),
      note: z.string().exactOptional(),
    })
    .exactOptional(),
  quantity: z.number().exactOptional(),
  usesWithoutQuantity: z.number().int(),
  monthly: moneyFile.exactOptional(),
});
