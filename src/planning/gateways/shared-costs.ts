import type { Wish } from "../../model/connection-kind.ts";
import type { Reason } from "../../model/decision.ts";
import type { Meter } from "../../model/meter.ts";
import { formatMoney, money } from "../../model/money.ts";
import type { Price } from "../gateway-hosts/host-problem.ts";
import type { GatewayPlan } from "./gateway-plan.ts";

/**
 * What a wish uses together with others, and what that costs all of them: what each adds to it is often nothing, which
 * would read as if it were free.
 */
export function sharedCosts(
  { facilities }: GatewayPlan,
  priceOf: (meters: readonly Meter[]) => Price,
  currency: string,
): (wish: Wish) => readonly Reason[] {
  const byName = new Map<string, Reason[]>();
  for (const { name, demands, meters } of facilities) {
    const users = [...new Set(demands.map(({ usedBy }) => usedBy))];
    if (users.length < 2) continue;

    const fixed = meters.filter(({ unit }) => unit !== "GB");
    const { monthly = 0, isKnown } = priceOf(fixed);
    const costs = formatMoney(money(monthly, currency, !isKnown));
    const text = `${name} costs ${costs} a month and serves ${users.length} connections; a connection's price is what it adds.`;
    for (const user of users) byName.set(user, [...(byName.get(user) ?? []), { text }]);
  }
  return ({ name }) => byName.get(name) ?? [];
}
