import type { Wish } from "../../model/connection-kind.ts";
import type { Demand } from "../../model/demand.ts";
import type { FacilityType } from "../../model/facility-type.ts";
import type { Intent } from "../../model/intent.ts";
import type { Meter } from "../../model/meter.ts";
import type { Price } from "../gateway-hosts/host-problem.ts";
import { costOfOne } from "./gateway-means.ts";
import type { GatewayPlan } from "./gateway-plan.ts";
import { facilityKey, sizeFacilities } from "./size-facilities.ts";

/**
 * What each wish adds to the gateways and circuits that it shares: their price with it less their price without it,
 * where they stand. A wish that only uses what is there anyhow adds nothing. Data is billed with its connection.
 */
export function marginalPrices(
  { demandsOf, facilities }: GatewayPlan,
  intent: Intent,
  types: readonly FacilityType[],
  priceOf: (meters: readonly Meter[]) => Price,
): ReadonlyMap<Wish, Required<Price>> {
  const byPlace = new Map(facilities.map((sized) => [facilityKey(sized.facility, sized.at), sized]));
  const priced = (demands: readonly Demand[]): Required<Price> => {
    const meters = sizeFacilities(demands, types, intent, costOfOne(priceOf)).flatMap(
      ({ sized }) => sized?.meters ?? [],
    );
    const { monthly = 0, isKnown } = priceOf(meters.filter(({ unit }) => unit !== "GB"));
    return { monthly, isKnown };
  };

  const prices = new Map<Wish, Required<Price>>();
  for (const [wish, demands] of demandsOf) {
    let monthly = 0;
    let isKnown = true;
    for (const key of new Set(demands.map(({ facility, at }) => facilityKey(facility, at)))) {
      const all = byPlace.get(key)?.demands ?? [];
      const withIt = priced(all);
      const without = priced(all.filter(({ usedBy }) => usedBy !== wish.name));
      monthly += difference(withIt, without);
      isKnown &&= withIt.isKnown && without.isKnown;
    }
    prices.set(wish, { monthly, isKnown });
  }
  return prices;
}

/**
 * Exact where both are known. A size without a price must not look cheaper than the smaller one that has one: then the
 * difference counts only as far as it is sure, and never below nothing.
 */
function difference(withIt: Required<Price>, without: Required<Price>): number {
  if (withIt.isKnown && without.isKnown) return withIt.monthly - without.monthly;
  return without.isKnown ? Math.max(0, withIt.monthly - without.monthly) : 0;
}
