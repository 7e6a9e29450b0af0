import * as z from "zod";
import { moneyFile } from "../../outputs/design-json/price-item-file.ts";
import { keptFile, pairsFile } from "../survive/survive-schema.ts";

const subject = { id: z.string(), name: z.string(), type: z.string() };

const group = z.strictObject({
  ...pairsFile,
  /** One of the ends is only there before, or only after. */
  endChanges: z.boolean(),
});

/** What `diff` answers with `--format json`. */
export const diffSchema = z.strictObject({
  format: z.literal("isthmus/diff"),
  version: z.literal(1),
  added: z.array(z.strictObject(subject)),
  removed: z.array(z.strictObject(subject)),
  changed: z.array(
    z.strictObject({
      ...subject,
      properties: z.array(
        z.strictObject({
          path: z.string(),
          /** As JSON; absent where there is nothing. */
          before: z.string().exactOptional(),
          after: z.string().exactOptional(),
          isAddress: z.boolean(),
        }),
      ),
    }),
  ),
  /** Ordered pairs of different endpoints that get through. */
  pairs: z.strictObject({ before: z.number().int(), after: z.number().int() }),
  gained: z.array(group),
  lost: z.array(group),
  repathed: z.array(keptFile),
  price: z.strictObject({
    before: moneyFile.exactOptional(),
    after: moneyFile.exactOptional(),
    /** After less before. */
    amount: z.number().exactOptional(),
  }),
});
