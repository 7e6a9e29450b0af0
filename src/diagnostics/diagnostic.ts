import type { Span } from "../source/document.ts";
import type { Origin } from "../source/origin.ts";
import type { Fix } from "./fix.ts";

/**
 * `error`: Azure refuses it, or traffic that is asked for cannot flow. `warning`: Azure takes it and it will hurt
 * later. `info`: it works; something simpler or cheaper exists.
 */
export type Severity = "error" | "warning" | "info";

/** One thing that is wrong, where, and what to do. Plain JSON: the same value goes to every format. */
export interface Diagnostic {
  /** `noun/problem`, for example `subnet/overlapping-address-prefix`. */
  readonly rule: string;
  readonly severity: Severity;
  /** What is wrong: one sentence with the user's own names and values. */
  readonly message: string;
  readonly origin: Origin;
  /** Point at the key and not at the value: for unknown and duplicate keys. */
  readonly at?: "key";
  /** Exactly here in `origin.file`, for what no path reaches (a broken piece of syntax). Wins over `origin.path`. */
  readonly span?: Span;
  readonly related?: readonly Related[];
  /** One imperative sentence. */
  readonly hint?: string;
  /** Only where nothing else can be meant. */
  readonly fix?: Fix;
}

/** Another place that takes part in the mistake. */
export interface Related {
  readonly message: string;
  readonly origin: Origin;
}
