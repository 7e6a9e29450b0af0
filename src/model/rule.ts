import type { Related, Severity } from "../diagnostics/diagnostic.ts";
import type { Fix } from "../diagnostics/fix.ts";
import type { Origin } from "../source/origin.ts";
import type { EstateIndex } from "./estate-index.ts";

/** One thing that can be wrong with an estate. Its page beside it says why, and its examples are its test. */
export interface Rule {
  /** `noun/problem`; also where the files are. */
  readonly id: string;
  readonly severity: Severity;
  /** What must hold, in one sentence: the title of the page. */
  readonly summary: string;
  /** Where Azure says so. */
  readonly source: string;
  /** Rules whose finding at the same place is the root cause: this one then keeps quiet. */
  readonly after?: readonly string[];
  check(estate: EstateIndex): Iterable<Finding>;
}

/** What a rule reports; the rule's id and severity are added by who runs it. */
export interface Finding {
  readonly message: string;
  readonly origin: Origin;
  readonly related?: readonly Related[];
  readonly hint?: string;
  /** Only where nothing else can be meant: what `--fix` writes. */
  readonly fix?: Fix;
}
