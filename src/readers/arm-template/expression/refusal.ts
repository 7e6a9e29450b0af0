/** One reason for which expressions in many places have no value: it is reported once. */
export interface SharedCause {
  readonly key: string;
  /** Of so many places beside the first. */
  readonly more: (count: number) => string;
  readonly hint: string;
}

/**
 * Why an expression has no value, on its way from the function that refuses to the place where the expression stands:
 * `evaluateText` catches it there and reports it. It never leaves this reader.
 */
export class Refusal extends Error {
  override readonly name = "Refusal";
  readonly reason: "invalid" | "limit";
  /** All that is evaluated from here on would be refused for the same reason. */
  readonly isFinal: boolean;
  override readonly cause: SharedCause | undefined;

  constructor(
    message: string,
    reason: "invalid" | "limit" = "invalid",
    isFinal = false,
    cause?: SharedCause,
  ) {
    super(message);
    this.reason = reason;
    this.isFinal = isFinal;
    this.cause = cause;
  }
}
