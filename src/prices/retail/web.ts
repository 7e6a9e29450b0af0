/** The outside, as parameters: `fetch` and the clock. */
export interface Web {
  /** Rejects where nobody answers. */
  get(url: string): Promise<WebAnswer>;
  /** Milliseconds since 1970. */
  now(): number;
  sleep(milliseconds: number): Promise<void>;
}

export interface WebAnswer {
  readonly status: number;
  /** The header `Retry-After`. */
  readonly retryAfter: string | null;
  readonly text: string;
}

/** The price list could not be read. */
export class RetailError extends Error {
  readonly reason: "unreachable" | "refused" | "unreadable";

  constructor(reason: RetailError["reason"], message: string) {
    super(message);
    this.reason = reason;
  }
}
