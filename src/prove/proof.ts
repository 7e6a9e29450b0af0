import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import type { Expectation } from "../model/expectation.ts";
import type { NodeId } from "../model/topology.ts";
import type { Outcome, Trace } from "../model/trace.ts";

/** Expectations held against a prediction, in their order. */
export interface Proof {
  readonly results: readonly ProofResult[];
  /** What is unmet, what cannot be told, and users who reach sites that nobody gave them. */
  readonly diagnostics: readonly Diagnostic[];
}

/** `oneWay`: of an isolation, packets arrive and no answer comes back. `unproven`: what decides is not modelled. */
export type Verdict = "met" | "unmet" | "oneWay" | "unproven";

export interface ProofResult {
  readonly expectation: Expectation;
  readonly verdict: Verdict;
  /** Why not, for one pair that tells it; absent where it is met. */
  readonly failure?: Failure;
}

export interface Failure {
  readonly what: "outcome" | "encryption" | "internet" | "bandwidth" | "noEndpoints";
  /** One sentence. */
  readonly because: string;
  readonly from?: NodeId;
  readonly to?: NodeId;
  readonly outcome?: Outcome;
  /** Of that pair. */
  readonly trace?: Trace;
}
