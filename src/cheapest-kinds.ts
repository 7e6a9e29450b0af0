import type { Money } from "./model/money.ts";
import type { Plan } from "./planning/plan-estate.ts";
import { MOST_ALTERNATIVES } from "./price-alternatives.ts";

export type Preferred = ReadonlyMap<string, string>;

/**
 * For `prefer: cost`: from the choice of the checklist, the one change that saves most, again and again, until none
 * saves anything. Totals that are not wholly known are not compared: an unknown price neither wins nor loses.
 */
export function cheapestKinds(
  plan: Plan,
  total: Money | undefined,
  totalWith: (preferred: Preferred) => Money | undefined,
): Preferred {
  const options = plan.decided.flatMap(({ wish, alternatives = [] }) =>
    alternatives.map((kind) => [wish.name, kind] as const),
  );
  if (options.length > MOST_ALTERNATIVES || !total || total.atLeast) return new Map();

  let best: { readonly preferred: Preferred; readonly amount: number } = {
    preferred: new Map(),
    amount: total.amount,
  };
  for (let isBetter = true; isBetter; ) {
    isBetter = false;
    const from = best.preferred;
    for (const [wish, kind] of options) {
      if (from.has(wish)) continue;
      const preferred = new Map([...from, [wish, kind]]);
      const other = totalWith(preferred);
      if (!other || other.atLeast || other.amount >= best.amount) continue;
      best = { preferred, amount: other.amount };
      isBetter = true;
    }
  }
  return best.preferred;
}
