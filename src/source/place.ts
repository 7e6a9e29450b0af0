/** Offsets in a text, in UTF-16 code units: from the first character to just after the last. */
export interface Range {
  readonly start: number;
  readonly end: number;
}

/** Where a value stands, and the key that holds it. List items and the root have no key. */
export interface Place {
  readonly key?: Range;
  readonly value: Range;
}

/** A problem as the readers find it, before anybody asked for lines. */
export interface FoundProblem {
  readonly message: string;
  readonly hint?: string;
  readonly range: Range;
  /** Where the parser stumbled, if that is not where the mistake is. */
  readonly noticedAt?: number;
}
