import type { Severity } from "../../diagnostics/diagnostic.ts";
import type { Origin } from "../../source/origin.ts";

export interface Config {
  /** By the id of a rule, or `noun/*`; ids win. */
  readonly severities: ReadonlyMap<string, Severity | "off">;
  readonly ignores: readonly IgnoreEntry[];
}

export interface IgnoreEntry {
  readonly rule: string;
  readonly resource?: string;
  readonly file?: string;
  readonly reason: string;
  readonly origin: Origin;
}
