import { circuitOneWayChanges } from "../../azure/expressroute-circuits.ts";
import type { Reason } from "../../model/decision.ts";
import type { CostOf } from "../../model/facility-type.ts";
import type { Meter } from "../../model/meter.ts";
import { type Family, familiesOf, formatSkuName, type Tier } from "./sku-name.ts";

/** A tier with a data plan. */
export interface Plan {
  readonly tier: Tier;
  readonly family: Family;
}

export interface ChosenPlan extends Plan {
  readonly because: readonly Reason[];
}

/** What can be chosen, the one that is taken where nothing can be compared first. */
export function plansFor(tier: Tier, family: Family | undefined, isLocalSure: boolean): readonly Plan[] {
  const families = family === undefined ? familiesOf(tier) : [family];
  const plans = families.map((each) => ({ tier, family: each }));
  return isLocalSure ? [...plans, { tier: "Local", family: "UnlimitedData" }] : plans;
}

/**
 * The cheapest at the traffic that was said, of those whose price is known. Metered where that cannot be told, for it
 * can become unlimited later and not the other way round.
 */
export function choosePlan(
  plans: readonly Plan[],
  egress: number | undefined,
  metersOf: (plan: Plan) => readonly Meter[],
  costOf: CostOf | undefined,
): ChosenPlan {
  const [first, ...others] = plans;
  if (!first) throw new Error("a circuit has a data plan");
  const { source } = circuitOneWayChanges;
  if (others.length === 0)
    return { ...first, because: [{ text: `The data plan is ${first.family}.`, source }] };

  const names = others.map(({ tier, family }) => formatSkuName(tier, family)).join(" and ");
  const taken = `${formatSkuName(first.tier, first.family)} is taken`;
  const keep = (why: string) => ({
    ...first,
    because: [
      {
        text: `${taken}; ${names} not compared: ${why}. Metered can become unlimited later, not back.`,
        source,
      },
    ],
  });
  if (egress === undefined) return keep("nobody says how much leaves Azure");

  const priced = plans.map((plan) => ({ plan, cost: costOfAll(metersOf(plan), costOf) }));
  const known = priced.flatMap(({ plan, cost }) => (cost === undefined ? [] : [{ plan, cost }]));
  const isFirstKnown = known.some(({ plan }) => plan === first);
  if (!isFirstKnown || known.length < 2) return keep("price unknown");

  const cheapest = known.reduce((best, each) => (each.cost < best.cost ? each : best));
  const figures = priced.map(
    ({ plan: { tier, family }, cost }) =>
      `${formatSkuName(tier, family)} ${cost === undefined ? "not compared: price unknown" : round(cost)}`,
  );
  const text = `For ${egress} GB a month that leave Azure, circuit and data: ${figures.join(", ")}.`;
  return { ...cheapest.plan, because: [{ text, source }] };
}

function costOfAll(meters: readonly Meter[], costOf: CostOf | undefined): number | undefined {
  let sum = 0;
  for (const meter of meters) {
    const cost = costOf?.(meter);
    if (cost === undefined) return undefined;
    sum += cost;
  }
  return sum;
}

function round(amount: number): string {
  return amount.toFixed(2).replace(/\.00$/, "");
}
