import * as z from "zod";

/** A row of the Retail Prices API, as far as it is read here. */
const retailRow = z.object({
  currencyCode: z.string(),
  tierMinimumUnits: z.number().default(0),
  retailPrice: z.number(),
  armRegionName: z.string().nullish(),
  location: z.string().nullish(),
  effectiveStartDate: z.string().nullish(),
  effectiveEndDate: z.string().nullish(),
  meterName: z.string(),
  productName: z.string(),
  serviceName: z.string(),
  unitOfMeasure: z.string(),
  type: z.string(),
});

export type RetailRow = z.infer<typeof retailRow>;

const retailPage = z.object({ Items: z.array(z.unknown()), NextPageLink: z.string().nullish() });

export interface RetailPage {
  readonly rows: readonly RetailRow[];
  /** With those that cannot be read: by these the API counts. */
  readonly count: number;
  readonly next: string | undefined;
}

/** `undefined` where the text is no page of the API: an error page of a proxy, for example. */
export function parseRetailPage(text: string): RetailPage | undefined {
  const page = retailPage.safeParse(parseJson(text));
  if (!page.success) return undefined;

  const { Items: items, NextPageLink: next } = page.data;
  return {
    rows: items.flatMap((item) => retailRow.safeParse(item).data ?? []),
    count: items.length,
    next: next === null || next === "" ? undefined : next,
  };
}

/** What is kept between runs has the same shape. */
export function parseRetailRow(value: unknown): RetailRow | undefined {
  return retailRow.safeParse(value).data;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
