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
  { demandsOf, facilities }: Pick<GatewayPlan, "demandsOf" | "facilities">,
  intent: Intent,
  types: readonly FacilityType[],
  priceOf: (meters: readonly Meter[]) => Price,
): ReadonlyMap<Wish, Required<Price>> {
  const priced = (demands: readonly Demand[]): Required<Price> => {
    const meters = sizeFacilities(demands, types, intent, costOfOne(priceOf)).flatMap(
      ({ sized }) => sized?.meters ?? [],
    );
    const { monthly = 0, isKnown } = priceOf(meters.filter(({ unit }) => unit !== "GB"));
    return { monthly, isKnown };
  };
  const places = new Map(
    facilities.map(({ facility, at, demands }) => [facilityKey(facility, at), createPlace(demands, priced)]),
  );

  const prices = new Map<Wish, Required<Price>>();
  for (const [wish, demands] of demandsOf) {
    let monthly = 0;
    let isKnown = true;
    for (const key of new Set(demands.map(({ facility, at }) => facilityKey(facility, at)))) {
      const added = places.get(key)?.addedBy(wish.name);
      monthly += added?.monthly ?? 0;
      isKnown &&= added?.isKnown ?? true;
    }
    prices.set(wish, { monthly, isKnown });
  }
  return prices;
}

interface Place {
  readonly addedBy: (user: string) => Required<Price>;
}

/**
 * Who asks does not change what a size costs: of all that ask for the same one is taken away. A thousand networks that
 * share one gateway are then a few sizes of it, and not a thousand.
 */
function createPlace(all: readonly Demand[], priced: (demands: readonly Demand[]) => Required<Price>): Place {
  const ownOf = new Map<string, Demand[]>();
  for (const demand of all) {
    const own = ownOf.get(demand.usedBy);
    if (own) own.push(demand);
    else ownOf.set(demand.usedBy, [demand]);
  }
  const hasAsn = all.some(({ asks }) => asks.asn !== undefined);
  const known = new Map<string, Required<Price>>();
  let whole: Required<Price> | undefined;

  function addedBy(user: string): Required<Price> {
    const own = ownOf.get(user) ?? [];
    const key = namesDecide(own, hasAsn) ? user : JSON.stringify(own.map(({ asks }) => asks));
    const added = known.get(key) ?? work(user);
    known.set(key, added);
    return added;
  }

  function work(user: string): Required<Price> {
    whole ??= priced(all);
    const without = priced(all.filter(({ usedBy }) => usedBy !== user));
    return { monthly: difference(whole, without), isKnown: whole.isKnown && without.isKnown };
  }

  return { addedBy };
}

/** Between equal groups of users names decide, and which networks BGP joins, thus the ASN: where one is demanded, it must be that. */
function namesDecide(own: readonly Demand[], hasAsn: boolean): boolean {
  return own.some(({ asks }) => asks.users !== undefined || (hasAsn && asks.bgp === true));
}

/**
 * Exact where both are known. A size without a price must not look cheaper than the smaller one that has one: then the
 * difference counts only as far as it is sure, and never below nothing.
 */
function difference(withIt: Required<Price>, without: Required<Price>): number {
  if (withIt.isKnown && without.isKnown) return withIt.monthly - without.monthly;
  return without.isKnown ? Math.max(0, withIt.monthly - without.monthly) : 0;
}
