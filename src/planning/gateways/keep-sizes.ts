import { isRefused } from "../../model/facility-type.ts";
import type { Intent } from "../../model/intent.ts";
import { costOfOne, type GatewayMeans } from "./gateway-means.ts";
import { facilityKey, type Sizing } from "./size-facilities.ts";

/**
 * A gateway keeps the size that the lock has while it suffices: to make one smaller is to delete and create it. One
 * that no longer suffices grows, which Azure does in place.
 */
export function keepSizes(
  sizings: readonly Sizing[],
  intent: Intent,
  means: GatewayMeans,
): readonly Sizing[] {
  return sizings.map((sizing) => {
    const { sized, demands } = sizing;
    const kept = sized && means.keptSizes.get(facilityKey(sized.facility, sized.at));
    const type = means.facilityTypes.find(({ name }) => name === sized?.facility);
    if (!sized || !type || kept === undefined || kept === sized.sku) return sizing;

    const named = demands.map((demand) => ({ ...demand, asks: { ...demand.asks, sku: kept } }));
    const again = type.size(sized.at, named, intent, costOfOne(means.priceOf));
    if (isRefused(again)) return sizing;
    const text = `${sized.sku} would suffice now; the lock keeps ${kept}, until somebody runs with --reconsider.`;
    return { demands, sized: { ...again, demands, because: [...again.because, { text }] } };
  });
}
