import type { Difference, PairGroup, PriceDifference } from "./diff/difference.ts";
import { jointSpokes } from "./diff/joint-spokes.ts";
import { comparePairs } from "./diff/pair-changes.ts";
import { compareSubjects } from "./diff/subjects.ts";
import type { Estate } from "./model/estate.ts";
import { indexEstate } from "./model/estate-index.ts";
import type { Money } from "./model/money.ts";
import { comparedWays, createGrouping, mergeParts } from "./survive/group-pairs.ts";
import type { KeptPairs } from "./survive.ts";
import { buildTopology } from "./topology/index.ts";

export type {
  Difference,
  PairGroup,
  PriceDifference,
  PropertyChange,
  Subject,
} from "./diff/difference.ts";

/** One of the two states that are compared. */
export interface State {
  readonly estate: Estate;
  /** A month; absent where nothing of it is known. */
  readonly monthly?: Money;
}

/** What a change does: to resources and addresses, to who reaches whom and how, and to the bill. */
export function diff(before: State, after: State): Difference {
  const joint = jointSpokes(before.estate, after.estate);
  const grouping = createGrouping([], joint.interchange);
  const [old, now] = [joint.before, joint.after].map((estate) => buildTopology(indexEstate(estate)));
  if (!old || !now) throw new Error("Two estates make two topologies.");

  const compared = comparePairs(old, now, grouping.wanted);
  const changes = mergeParts(compared.changes);
  const groups = (what: "gained" | "lost"): readonly PairGroup[] =>
    changes.flatMap((change) =>
      change.what === what ? [{ ...grouping.describe(change), endChanges: change.endChanges }] : [],
    );
  const sizes = [compared.before, compared.after].map((pairs) =>
    pairs.reduce((sum, pair) => sum + grouping.describe(pair).pairs, 0),
  );
  return {
    ...compareSubjects(before.estate, after.estate),
    pairs: { before: sizes[0] ?? 0, after: sizes[1] ?? 0 },
    gained: groups("gained"),
    lost: groups("lost"),
    repathed: changes.flatMap((change): KeptPairs[] =>
      change.what === "repathed" ? [{ ...grouping.describe(change), ...comparedWays(change) }] : [],
    ),
    price: priceDifference(before.monthly, after.monthly),
  };
}

function priceDifference(before: Money | undefined, after: Money | undefined): PriceDifference {
  const isComparable = before !== undefined && after !== undefined && before.currency === after.currency;
  return {
    ...(before ? { before } : {}),
    ...(after ? { after } : {}),
    ...(isComparable ? { amount: Math.round((after.amount - before.amount) * 100) / 100 } : {}),
  };
}
