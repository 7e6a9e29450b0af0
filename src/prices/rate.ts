/** What one unit of a meter costs, with where and when it was read. */
export interface Rate {
  readonly serviceName: string;
  readonly productName: string;
  readonly meterName: string;
  /** A region, `Zone 1` to `Zone 3`, `Global`, or that the source names no region. */
  readonly location: string;
  readonly unit: "GB" | "hour" | "month";
  /** Of the first unit of a month. */
  readonly amount: number;
  /** Where later units of a month cost something else; ascending. */
  readonly tiers?: readonly Tier[];
  /** Set where no rate of the meter's own region is known: the place whose rate stands in for it. */
  readonly readFor?: string;
  /** The page to check it on. */
  readonly source: string;
  /** `2026-11-23`, or the month or year where the source says no more. */
  readonly readOn: string;
  /** Who read it, and how far to trust it. */
  readonly note?: string;
}

export interface Tier {
  /** Units a month above which it counts. */
  readonly from: number;
  /** Absent: that there is such a tier is known, and what it costs is not. */
  readonly amount?: number;
}

export interface PriceSheet {
  readonly currency: string;
  readonly rates: readonly Rate[];
}
