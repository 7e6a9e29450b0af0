import type { Path } from "./path.ts";

export interface Position {
  /** Zero-based, in UTF-16 code units. */
  readonly offset: number;
  /** One-based. */
  readonly line: number;
  /** One-based, in UTF-16 code units. */
  readonly column: number;
}

/** From the first character to just after the last. */
export interface Span {
  readonly start: Position;
  readonly end: Position;
}

/** What JSON can say; YAML files are read into the same. */
export type Json = string | number | boolean | null | readonly Json[] | JsonObject;
export interface JsonObject {
  readonly [key: string]: Json;
}

/** A file that was read, and where each of its values stands. */
export interface Document {
  readonly file: string;
  readonly text: string;
  /** `undefined` where the text is empty or too broken to hold a value. */
  readonly value: Json | undefined;
  readonly problems: readonly SyntaxProblem[];
  /** The span of the value at `path`, or of its nearest parent that exists (the right place for "missing"). */
  spanOf(path: Path): Span;
  /** The span of the key that holds the value at `path`; the value's own where it has no key. */
  keySpanOf(path: Path): Span;
}

/** What keeps a text from being YAML or JSON: a sentence and where. */
export interface SyntaxProblem {
  readonly message: string;
  readonly hint?: string;
  readonly span: Span;
}
