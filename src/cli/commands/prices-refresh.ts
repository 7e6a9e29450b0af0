import { RETAIL_PRICES, readRetailPrices } from "../../prices/retail/read-retail-prices.ts";
import { formatRetailCache } from "../../prices/retail/retail-cache.ts";
import { writePrices } from "../../prices/write-prices.ts";
import { visible } from "../../source/index.ts";
import type { Context } from "../command-context.ts";
import { count } from "../count.ts";
import { defaultPriceCache, readPriceCache } from "../price-cache.ts";
import { readIfThere } from "../read-if-there.ts";
import { retailMistake } from "../retail-mistake.ts";
import { UserError } from "../user-error.ts";
import { web } from "../web.ts";
import { wrap } from "../wrap.ts";
import { writeFile } from "../write-files.ts";

export interface PricesRefreshFlags {
  readonly region?: readonly string[];
  readonly currency: string;
  readonly out: string;
  readonly cache?: string;
  readonly fresh: boolean;
  readonly from?: string;
}

const DAY_MS = 24 * 60 * 60 * 1000;

/** Today's list prices into a file. */
export async function pricesRefresh(context: Context, flags: PricesRefreshFlags): Promise<void> {
  refuseForeign(flags.out);
  const endpoint = flags.from ?? RETAIL_PRICES;
  const cachePath = flags.cache ?? defaultPriceCache(context.process.env);
  const cache = readPriceCache(cachePath);
  const before = formatRetailCache(cache);
  try {
    const found = await readRetailPrices(
      web,
      {
        endpoint,
        regions: flags.region ?? [],
        currency: flags.currency,
        maxAgeMs: flags.fresh ? 0 : DAY_MS,
      },
      cache,
    ).catch((error: unknown) => {
      throw retailMistake(error, endpoint);
    });
    const { sheet, leftOut, notFound, olderOf } = found;
    if (sheet.rates.length === 0)
      throw new UserError(
        `${endpoint} has none of the rates that are looked for; nothing was written.`,
        "Check --region and --currency.",
      );
    writeFile(flags.out, writePrices(sheet));
    const lines = [
      `${visible(flags.out)}: ${count(sheet.rates.length, "rate")} in ${sheet.currency}, from ${visible(endpoint)}.`,
      ...(olderOf === undefined ? [] : [`Nobody answered; these are the answers kept on ${olderOf}.`]),
      ...list("Not found there", notFound),
      ...list("Left out, for the rows contradict each other or have a unit that is not known", leftOut),
    ];
    context.process.stdout.write(`${lines.flatMap((text) => wrap(text, "", "  ")).join("\n")}\n`);
  } finally {
    // Also what was answered before a failure: the next run goes on from there.
    const after = formatRetailCache(cache);
    if (after !== before) writeFile(cachePath, after);
  }
}

function list(title: string, names: readonly string[]): readonly string[] {
  return names.length === 0 ? [] : [`${title}: ${visible(names.join("; "))}.`];
}

function refuseForeign(path: string): void {
  const there = readIfThere(path)?.toString();
  if (there === undefined || there.includes('"isthmus/prices"')) return;
  throw new UserError(`${path} is there already and no file of prices.`, "Write elsewhere with --out.");
}
