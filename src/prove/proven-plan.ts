import type { Decided, Forbidden } from "../planning/decide.ts";
import type { Plan } from "../planning/plan-estate.ts";
import type { Proof, ProofResult } from "./proof.ts";

/** A plan that was held against what it promises, and the kinds that failed on the way to it. */
export interface ProvenPlan {
  readonly plan: Plan;
  readonly proof: Proof;
  readonly forbidden: Forbidden;
}

/** Each one plans and proves the whole design anew. */
const MOST_TRIES = 12;

/** What another choice may do away with: that isolated ends meet, and that the lock's choice was not taken. */
const CURABLE: ReadonlySet<string> = new Set(["intent/isolated-connection", "lock/stale-decision"]);

const unproven: Proof = { results: [], diagnostics: [] };

/**
 * Where the first choice does not hold what it promises, the next choice of a decision concerned is tried, and kept if
 * less is wrong with it. If no choice holds everything the first one stays, for its faults are the ones to tell.
 */
export function provenPlan(
  first: Plan,
  planWithout: (forbidden: Forbidden) => Plan,
  prove: (plan: Plan) => Proof,
): ProvenPlan {
  const start: ProvenPlan = { plan: first, proof: unproven, forbidden: new Map() };
  if (!isCurable(first)) return start;

  const begun: ProvenPlan = { ...start, proof: prove(first) };
  let best = begun;
  let tries = 0;
  while (faultsOf(best) > 0) {
    const options = nextOptions(best).slice(0, MOST_TRIES - tries);
    tries += options.length;
    const better = firstBetter(best, options, planWithout, prove);
    if (!better) return begun;
    best = better;
  }
  return best;
}

function firstBetter(
  best: ProvenPlan,
  options: readonly Option[],
  planWithout: (forbidden: Forbidden) => Plan,
  prove: (plan: Plan) => Proof,
): ProvenPlan | undefined {
  for (const { wish, kind, because } of options) {
    const kinds = new Map([...(best.forbidden.get(wish) ?? []), [kind, because] as const]);
    const forbidden: Forbidden = new Map([...best.forbidden, [wish, kinds]]);
    const plan = planWithout(forbidden);
    if (!isCurable(plan)) continue;
    const next = { plan, proof: prove(plan), forbidden };
    if (faultsOf(next) < faultsOf(best)) return next;
  }
  return undefined;
}

function isCurable({ diagnostics }: Plan): boolean {
  return diagnostics.every(({ rule, severity }) => severity !== "error" || CURABLE.has(rule));
}

function faultsOf({ plan, proof }: ProvenPlan): number {
  const errors = plan.diagnostics.filter(({ severity }) => severity === "error");
  return errors.length + proof.results.filter(({ verdict }) => verdict === "unmet").length;
}

interface Option {
  readonly wish: string;
  readonly kind: string;
  readonly because: string;
}

/** Kinds that could make way for another: of what fails itself first, then of what the failing packets go through. */
function nextOptions({ plan, proof }: ProvenPlan): readonly Option[] {
  const open = plan.decided.filter(hasNext);
  const failed = proof.results.filter(({ verdict }) => verdict === "unmet");
  const found = failed.flatMap((result) => {
    const because = `proof failed: ${tellFailure(result)}`;
    const own = open.filter(({ wish }) => wish.origin === result.expectation.origin && isOf(wish, result));
    const others = open.filter((one) => !own.includes(one) && isConcerned(one, result));
    return [...own, ...others].map(({ wish, kind }) => ({
      wish: wish.name,
      kind: kind?.name ?? "",
      because,
    }));
  });
  return [
    ...new Map(found.toReversed().map((one) => [`${one.wish} ${one.kind}`, one])).values(),
  ].toReversed();
}

function hasNext({ wish, alternatives = [] }: Decided): boolean {
  return wish.kind === undefined && alternatives.length > 0;
}

function isOf({ ends }: Decided["wish"], { expectation: { from, to } }: ProofResult): boolean {
  return ends[0].name === from.name && ends[1].name === to.name;
}

/** Of the two that fail, or anywhere on their way, there is one of its ends. */
function isConcerned({ wish: { ends } }: Decided, { expectation, failure }: ProofResult): boolean {
  const names = new Set([expectation.from.name, expectation.to.name]);
  return failure !== undefined && ends.some(({ name }) => names.has(name));
}

function tellFailure({ expectation: { from, to, reach }, failure }: ProofResult): string {
  if (!reach) return `with it ${from.name} and ${to.name}, which are to be isolated, reach each other.`;
  return `with it ${from.name} and ${to.name} are not joined as asked for: ${failure?.because ?? ""}`;
}
