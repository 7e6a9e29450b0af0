/** Something that Azure bills, in the words of the Retail Prices API, so that a price sheet can find it. */
export interface Meter {
  readonly serviceName: string;
  readonly productName: string;
  readonly meterName: string;
  /** A region, `Zone 1` to `Zone 3`, or `Global`; `undefined` where it is not known which. */
  readonly location: string | undefined;
  readonly unit: "GB" | "hour" | "month";
  /** Units a month; `undefined` where nobody said how much. */
  readonly quantity: number | undefined;
  /** For a person: `orders to hub, leaving orders`. */
  readonly label: string;
}
