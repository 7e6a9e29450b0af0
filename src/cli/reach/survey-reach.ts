import type { Reach } from "../../model/reach.ts";
import type { NodeId } from "../../model/topology.ts";
import type { Outcome } from "../../model/trace.ts";
import type { Questions } from "../../prove/questions.ts";

/** Endpoints that nothing tells apart, as far as they were asked about. */
export interface Group {
  readonly members: readonly NodeId[];
}

/** What came of the pairs that were asked about, group by group. */
export interface Survey {
  readonly endpoints: number;
  readonly pairs: number;
  readonly counts: ReadonlyMap<Outcome, number>;
  readonly from: readonly Group[];
  readonly to: readonly Group[];
  /** By the places of two groups; absent where there are too many to be looked at one by one. */
  readonly outcomeOf?: (from: number, to: number) => Outcome;
}

/** What a survey is about; everything where a side is absent. */
export interface Asked {
  readonly from?: ReadonlySet<NodeId>;
  readonly to?: ReadonlySet<NodeId>;
}

/** Above this nobody reads a table, and asking each pair of groups takes minutes. */
const MOST_GROUP_PAIRS = 300_000;

export function surveyReach(reach: Reach, questions: Questions, { from, to }: Asked): Survey {
  const rows = groupsWithin(reach, questions, from);
  const columns = groupsWithin(reach, questions, to);
  const endpoints = reach.endpoints.length;
  const pairs = membersOf(rows) * membersOf(columns);
  const sides = { endpoints, pairs, from: rows, to: columns };
  if (rows.length * columns.length > MOST_GROUP_PAIRS) {
    return { ...sides, counts: from || to ? new Map() : reach.counts() };
  }
  const outcomes = rows.map((row) =>
    columns.map((column) => {
      const [a, b] = [row.members[0] ?? "", column.members[0] ?? ""];
      return questions.outcome(a, b, reach.flow);
    }),
  );
  const counts = new Map<Outcome, number>();
  for (const [index, row] of rows.entries()) {
    for (const [other, column] of columns.entries()) {
      const outcome = outcomes[index]?.[other] ?? "notModelled";
      counts.set(outcome, (counts.get(outcome) ?? 0) + row.members.length * column.members.length);
    }
  }
  return { ...sides, counts, outcomeOf: (a, b) => outcomes[a]?.[b] ?? "notModelled" };
}

/** Classes, but for those whose members have to be asked about one by one. */
function groupsWithin(
  { classes }: Reach,
  { isTakenApart }: Questions,
  wanted: ReadonlySet<NodeId> | undefined,
): readonly Group[] {
  return classes.flatMap(({ members }): readonly Group[] => {
    const asked = wanted ? members.filter((id) => wanted.has(id)) : members;
    const alone = asked.filter(isTakenApart).map((id) => ({ members: [id] }));
    const together = asked.filter((id) => !isTakenApart(id));
    return together.length > 0 ? [{ members: together }, ...alone] : alone;
  });
}

function membersOf(groups: readonly Group[]): number {
  return groups.reduce((sum, { members }) => sum + members.length, 0);
}
