import { keyAnywhere } from "../meter-key.ts";
import { priceSheet } from "../price-sheet.ts";
import type { PriceSheet, Rate } from "../rate.ts";
import { retailQueries } from "./queries.ts";
import { ratesOfRows } from "./rates-of-rows.ts";
import { readRows } from "./read-rows.ts";
import type { RetailRow } from "./retail-page.ts";
import { RetailError, type Web } from "./web.ts";

export const RETAIL_PRICES = "https://prices.azure.com/api/retail/prices";

export interface RetailQuestion {
  readonly endpoint: string;
  /** None: all of them. */
  readonly regions: readonly string[];
  readonly currency: string;
  /** How old an answer of the cache may be. */
  readonly maxAgeMs: number;
}

/** Answers of earlier runs by what was asked; what is read is added, also where a later question fails. */
export type RetailCache = Map<string, CachedAnswer>;

export interface CachedAnswer {
  /** Milliseconds since 1970. */
  readonly readAt: number;
  readonly rows: readonly RetailRow[];
}

export interface RetailPrices {
  readonly sheet: PriceSheet;
  /** Meters whose rows contradict each other or have an unknown unit. */
  readonly leftOut: readonly string[];
  /** Meters that the shipped sheet has, and the answers have nowhere. */
  readonly notFound: readonly string[];
  /** Set where nobody answered, and older answers of the cache were taken: their day. */
  readonly olderOf?: string;
}

/** Today's list prices of all that connectivity is billed for. Throws `RetailError`. */
export async function readRetailPrices(
  web: Web,
  question: RetailQuestion,
  cache: RetailCache,
): Promise<RetailPrices> {
  const { endpoint, regions, currency } = question;
  const answers: CachedAnswer[] = [];
  let olderOf: string | undefined;
  for (const query of retailQueries(regions, currency)) {
    const { answer, isOld } = await answerTo(web, question, query, cache);
    answers.push(answer);
    if (isOld) olderOf = earlier(olderOf, dayOf(answer.readAt));
  }
  const wrong = answers.flatMap(({ rows }) => rows).find((row) => row.currencyCode !== currency);
  if (wrong)
    throw new RetailError(
      "unreadable",
      `it was asked for prices in ${currency} and answers in ${wrong.currencyCode}`,
    );

  const rows = answers.flatMap((answer) => answer.rows);
  const readOn = answers.map(({ readAt }) => dayOf(readAt)).reduce(earlier);
  const { rates, leftOut } = ratesOfRows(rows, { source: endpoint, readOn });
  return {
    sheet: { currency, rates },
    leftOut,
    notFound: missingIn(rates),
    ...(olderOf === undefined ? {} : { olderOf }),
  };
}

async function answerTo(
  web: Web,
  { endpoint, maxAgeMs }: RetailQuestion,
  query: string,
  cache: RetailCache,
): Promise<{ readonly answer: CachedAnswer; readonly isOld: boolean }> {
  const key = `${endpoint}?${query}`;
  const kept = cache.get(key);
  const age = kept === undefined ? Infinity : web.now() - kept.readAt;
  if (kept && age >= 0 && age < maxAgeMs) return { answer: kept, isOld: false };

  try {
    const answer = { readAt: web.now(), rows: await readRows(web, endpoint, query) };
    cache.set(key, answer);
    return { answer, isOld: false };
  } catch (error) {
    if (kept && error instanceof RetailError && error.reason === "unreachable")
      return { answer: kept, isOld: true };
    throw error;
  }
}

function missingIn(rates: readonly Rate[]): readonly string[] {
  const found = new Set(rates.map(keyAnywhere));
  const missing = priceSheet.rates.filter((rate) => !found.has(keyAnywhere(rate)));
  return [...new Set(missing.map(({ productName, meterName }) => `${productName}, ${meterName}`))];
}

function dayOf(milliseconds: number): string {
  return new Date(milliseconds).toISOString().slice(0, 10);
}

function earlier(a: string | undefined, b: string): string {
  return a === undefined || b < a ? b : a;
}
