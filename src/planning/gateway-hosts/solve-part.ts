import { blockCosts } from "./block-cost.ts";
import type { Placed } from "./choose-by-rule.ts";
import { chooseExactly } from "./exact-hosts.ts";
import { chooseGreedily } from "./greedy-hosts.ts";
import type { ProblemIndex } from "./problem-index.ts";
import type { Part } from "./split-parts.ts";

export interface SolvedBy {
  /** Absent: there is no way, or the heuristic found none. */
  readonly placed?: Placed;
  readonly method: "exact" | "greedy";
}

export function solvePart(part: Part, index: ProblemIndex): SolvedBy {
  if (part.clients.some(({ options }) => options.length === 0)) return { method: "exact" };
  const costOf = blockCosts(part, index);
  const exact = chooseExactly(part, costOf);
  const placed = exact === "tooLarge" ? chooseGreedily(part, costOf) : exact;
  return { method: exact === "tooLarge" ? "greedy" : "exact", ...(placed ? { placed } : {}) };
}
