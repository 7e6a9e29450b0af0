/** What a kind of connection is able to do, each with the sentence and the page that say so. Needs are held against it. */
export interface Claims {
  readonly encryption: Claim<"none" | "betweenNetworks">;
  readonly crossesInternet: Claim<boolean>;
  /** The most that one connection can carry; `Infinity` where the kind itself sets no bound. */
  readonly bandwidthMbps: Claim<number>;
  readonly bandwidthIsGuaranteed: Claim<boolean>;
  /** Published for what stands on the path, in percent; 100 where nothing with an SLA of its own stands on it. */
  readonly sla: Claim<number>;
  /** Round trip. */
  readonly latencyMs: Claim<number>;
  readonly leadTimeDays: Claim<number>;
  readonly resilience: Claim<readonly string[]>;
}

/** `value` is absent where nobody publishes it. */
export interface Claim<T> {
  readonly value?: T;
  /** A whole sentence. */
  readonly says: string;
  readonly source: string;
}
