import type { Decision } from "../../model/decision.ts";
import { groupBy } from "../map/group-by.ts";

/** Connections that were decided alike, for the same reasons: only their ends and their prices differ. */
export interface DecisionGroup {
  readonly example: Decision;
  readonly decisions: readonly Decision[];
}

/** What is impossible comes first: that is what the reader has to act on. */
export function groupDecisions(decisions: readonly Decision[]): readonly DecisionGroup[] {
  const groups = groupBy(decisions, ({ status, kind, description, paths, because, rejected }) =>
    JSON.stringify([status, kind, description, paths, because, rejected]),
  );
  return [...groups.values()]
    .flatMap((group) => {
      const [example] = group;
      return example ? [{ example, decisions: group }] : [];
    })
    .toSorted((a, b) => rankOf(a) - rankOf(b));
}

function rankOf({ example }: DecisionGroup): number {
  return example.status === "impossible" ? 0 : 1;
}
