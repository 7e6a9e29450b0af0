import type { Span } from "../../source/document.ts";
import type { LocatedDiagnostic, Suppression } from "../located.ts";

/** One rule that is to keep quiet somewhere, and why. */
export interface Ignore extends Suppression {
  readonly rule: string;
  /** Where it is said. */
  readonly file: string;
  readonly span: Span;
  /** Whether a finding of the rule is meant. */
  readonly covers: (finding: LocatedDiagnostic) => boolean;
  /** Whether what it is meant for was looked at: only then it may be told that there is nothing to ignore. */
  readonly isLookedAt: boolean;
}
