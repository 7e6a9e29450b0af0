import type { Wish } from "./model/connection-kind.ts";
import type { Decision, Reason } from "./model/decision.ts";
import { type Money, money } from "./model/money.ts";
import type { Plan } from "./planning/plan-estate.ts";
import { endsKey, type WishEnds } from "./planning/wish-ends.ts";
import type { ConnectionPrice } from "./prices/price-connection.ts";
import type { Price } from "./prices/price-estate.ts";

/** What each decision adds to the bill: its own connection, where nobody else uses it, and its share of a gateway's size. */
export function priceDecisions(
  plan: Plan,
  ends: WishEnds,
  price: Price,
  marginal: ReadonlyMap<Wish, Marginal>,
  sharedBy: (wish: Wish) => readonly Reason[],
): readonly Decision[] {
  const prices = new Map<string, ConnectionPrice[]>();
  for (const one of price.connections) {
    const key = endsKey(one.connection.ends);
    prices.set(key, [...(prices.get(key) ?? []), one]);
  }
  /** Transit has no connection of its own; where its traffic leaves Azure is billed with those that it takes. */
  const withSharedPrice = (decision: Decision, wish: Wish): Decision => {
    const shared = marginal.get(wish);
    const isKnown = shared?.isKnown === true && wish.needs.traffic === undefined;
    const monthly = shared && sumOf([], { ...shared, isKnown }, price.currency);
    return {
      ...decision,
      because: [...decision.because, ...sharedBy(wish)],
      ...(monthly ? { monthly } : {}),
    };
  };
  return plan.decided.map(({ wish, decision }) => {
    const ids = ends.idsOf(wish);
    const key = endsKey(ids);
    const own = (prices.get(key) ?? []).filter(({ connection }) =>
      decision.paths.some(({ kind }) => kind === connection.kind),
    );
    const first = own.find(({ connection }) => connection.kind === decision.kind);
    if (decision.status === "impossible") return decision;
    if (decision.kind === undefined) return withSharedPrice(decision, wish);
    if (!first) return decision;

    const { there, back } = first.perGigabyte;
    const perGigabyte = first.connection.ends[0] === ids[0] ? { there, back } : { there: back, back: there };
    const isAlone = ends.wishesOf(ids).length < 2;
    const monthly = sumOf(
      isAlone ? own.flatMap(({ monthly }) => monthly ?? []) : [],
      marginal.get(wish),
      price.currency,
    );
    const because = [...decision.because, ...sharedBy(wish)];
    return { ...decision, because, ...(monthly ? { monthly } : {}), perGigabyte };
  });
}

interface Marginal {
  readonly monthly: number;
  readonly isKnown: boolean;
}

function sumOf(own: readonly Money[], shared: Marginal | undefined, currency: string): Money | undefined {
  if (own.length === 0 && !shared) return undefined;

  let amount = shared?.monthly ?? 0;
  for (const one of own) amount += one.amount;
  return money(amount, currency, own.some(({ atLeast }) => atLeast) || shared?.isKnown === false);
}
