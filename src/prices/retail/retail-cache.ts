import * as z from "zod";
import type { RetailCache } from "./read-retail-prices.ts";
import { parseRetailRow } from "./retail-page.ts";

const cacheFile = z.object({
  format: z.literal("isthmus/retail-cache"),
  version: z.literal(1),
  answers: z.record(z.string(), z.object({ readAt: z.number(), rows: z.array(z.unknown()) })),
});

/** A cache that cannot be read is an empty one: it is only there to save time. */
export function parseRetailCache(text: string): RetailCache {
  const file = cacheFile.safeParse(parseJson(text));
  return new Map(
    Object.entries(file.data?.answers ?? {}).map(([key, { readAt, rows }]) => [
      key,
      { readAt, rows: rows.flatMap((row) => parseRetailRow(row) ?? []) },
    ]),
  );
}

export function formatRetailCache(cache: RetailCache): string {
  return `${JSON.stringify({ format: "isthmus/retail-cache", version: 1, answers: Object.fromEntries(cache) })}\n`;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
