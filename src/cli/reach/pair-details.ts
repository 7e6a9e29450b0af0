import type { PairPart, Reach } from "../../model/reach.ts";
import type { NodeId } from "../../model/topology.ts";
import type { Outcome } from "../../model/trace.ts";
import type { Questions } from "../../prove/questions.ts";
import type { Group, Survey } from "./survey-reach.ts";

/** Two groups that were named, with all that is known of them. */
export interface PairDetail {
  readonly from: Group;
  readonly to: Group;
  readonly outcome: Outcome;
  /** Where addresses differ: how each part of them fares. */
  readonly parts: readonly PairPart[];
  /** Equal ways there, of the worst of their addresses: the nodes of each. */
  readonly ways: readonly (readonly NodeId[])[];
  readonly because: string;
}

/** More than a screen shows is a table's to tell. */
const MOST_DETAILS = 12;

export function pairDetails(
  { from, to, outcomeOf }: Survey,
  reach: Reach,
  questions: Questions,
): readonly PairDetail[] {
  if (!outcomeOf || from.length * to.length > MOST_DETAILS) return [];

  return from.flatMap((one, row) =>
    to.map((other, column): PairDetail => {
      const a = one.members[0] ?? "";
      const b = other.members.find((id) => id !== a) ?? a;
      const outcome = outcomeOf(row, column);
      const traces = questions.traces(a, b, reach.flow);
      const trace = traces.find((found) => found.outcome === outcome) ?? traces[0];
      const parts = [a, b].some(questions.isTakenApart) ? [] : (reach.outcome(a, b)?.parts ?? []);
      const ways = (trace?.there ?? []).map(({ hops }) => hops.map(({ node }) => node));
      return { from: one, to: other, outcome, parts, ways, because: trace?.because ?? "" };
    }),
  );
}
