import type { Wish } from "../../src/model/connection-kind.ts";
import type { Demand } from "../../src/model/demand.ts";
import type { FacilityType } from "../../src/model/facility-type.ts";
import type { Intent } from "../../src/model/intent.ts";
import type { Meter } from "../../src/model/meter.ts";
import type { Price } from "../../src/planning/gateway-hosts/host-problem.ts";
import { costOfOne } from "../../src/planning/gateways/gateway-means.ts";
import type { GatewayPlan } from "../../src/planning/gateways/gateway-plan.ts";
import { facilityKey, sizeFacilities } from "../../src/planning/gateways/size-facilities.ts";

/** What each wish adds: for each of them, whatever it shares is sized with it and without it. */
export function pricesOneByOne(
  { demandsOf, facilities }: Pick<GatewayPlan, "demandsOf" | "facilities">,
  intent: Intent,
  types: readonly FacilityType[],
  priceOf: (meters: readonly Meter[]) => Price,
): ReadonlyMap<Wish, Required<Price>> {
  const price = (demands: readonly Demand[]) => {
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
      const shared = facilities.find(({ facility, at }) => facilityKey(facility, at) === key)?.demands ?? [];
      const [all, others] = [price(shared), price(shared.filter(({ usedBy }) => usedBy !== wish.name))];
      isKnown &&= all.isKnown && others.isKnown;
      if (all.isKnown && others.isKnown) monthly += all.monthly - others.monthly;
      else if (others.isKnown) monthly += Math.max(0, all.monthly - others.monthly);
    }
    prices.set(wish, { monthly, isKnown });
  }
  return prices;
}
