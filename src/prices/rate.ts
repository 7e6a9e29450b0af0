/** What one unit of a meter costs, with where and when it was read. */
export interface Rate {
  readonly serviceName: string;
  readonly productName: string;
  readonly meterName: string;
  readonly location: string;
  readonly unit: "GB" | "hour" | "month";
  readonly amount: number;
  readonly source: string;
  readonly readOn: string;
  readonly note?: string;
}
