/** Something that Azure decides and may change: kept in one place, with where it was read and when. */
export interface Fact<T> {
  readonly value: T;
  /** The page that says so; Microsoft Learn where it does. */
  readonly source: string;
  /** The day the page was read, or the date the page itself bears: `2026-11-23`. */
  readonly readOn: string;
  /** What the reader of the fact must know: a contradiction between pages, a weak source. */
  readonly note?: string;
}

export function fact<const T>(value: T, source: string, readOn: string, note?: string): Fact<T> {
  return { value, source, readOn, ...(note === undefined ? {} : { note }) };
}
