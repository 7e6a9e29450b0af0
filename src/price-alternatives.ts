import type { Decision } from "./model/decision.ts";
import { formatMoney, type Money } from "./model/money.ts";
import type { Plan } from "./planning/plan-estate.ts";

/** Each one plans the whole design anew: beyond this many nobody waits for them. */
export const MOST_ALTERNATIVES = 24;

/**
 * For every kind that was passed over although it meets all needs: what the whole design would cost with it. `totalWith`
 * answers the total of a design in which a wish takes another kind, or nothing where there is no such design.
 */
export function priceAlternatives(
  { decided }: Plan,
  decisions: readonly Decision[],
  total: Money | undefined,
  totalWith: (wish: string, kind: string) => Money | undefined,
): readonly Decision[] {
  const count = decided.flatMap(({ alternatives = [] }) => alternatives).length;
  if (count === 0 || count > MOST_ALTERNATIVES) return decisions;

  return decisions.map((decision, index) => {
    const alternatives = decided[index]?.alternatives ?? [];
    if (alternatives.length === 0) return decision;

    const rejected = decision.rejected.map((entry) => {
      const designMonthly = alternatives.includes(entry.kind)
        ? totalWith(decision.name, entry.kind)
        : undefined;
      if (!designMonthly) return entry;
      const text = compare(designMonthly, total);
      return { ...entry, designMonthly, because: [...entry.because, { text }] };
    });
    return { ...decision, rejected };
  });
}

function compare(other: Money, total: Money | undefined): string {
  const now = total ? `instead of ${formatMoney(total)}` : "beside what its traffic costs";
  return `With it the whole design would cost ${formatMoney(other)} a month, ${now}.`;
}
