import type { Outcome } from "../model/trace.ts";
import { codeOf } from "./reach/outcome-codes.ts";

/** As of all addresses of a pair; `undefined` of none. */
export function worstOutcome(outcomes: readonly Outcome[]): Outcome | undefined {
  const [first, ...others] = outcomes;
  if (first === undefined) return undefined;
  return others.reduce((worst, one) => (codeOf(one) > codeOf(worst) ? one : worst), first);
}
