import type { Trace } from "../model/trace.ts";

/** `undecided`: the prediction says neither that it works nor that it does not. */
export type Verdict = "agrees" | "differs" | "undecided";

/** Where equal ways end differently, one packet cannot tell. */
export function verdictOf({ outcome, there, back }: Trace, answers: boolean): Verdict {
  // Who answers for an address that two have, an answer does not say.
  if (outcome === "notModelled" || outcome === "overlap") return "undecided";
  if ((outcome === "delivered") === answers) return "agrees";
  // A ping is one packet each way: that a device misses the second shows only where it is asked for a third.
  if (outcome === "asymmetric") return "undecided";

  const mixed = [there, back].some((ways) => new Set(ways.map((way) => way.outcome)).size > 1);
  return mixed ? "undecided" : "differs";
}
