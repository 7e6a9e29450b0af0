import type { Refusal } from "../../model/connection-kind.ts";
import type { Demand, Placement } from "../../model/demand.ts";
import { type CostOf, type FacilityType, isRefused, type SizedFacility } from "../../model/facility-type.ts";
import type { Intent } from "../../model/intent.ts";

/** What became of the demands that meet at one place: one facility, or the reason why there can be none. */
export interface Sizing {
  readonly demands: readonly Demand[];
  readonly sized?: SizedFacility;
  readonly refusal?: Refusal;
}

/** One facility for each type and place, sized for all that is asked of it there. */
export function sizeFacilities(
  demands: readonly Demand[],
  types: readonly FacilityType[],
  intent: Intent,
  costOf: CostOf,
): readonly Sizing[] {
  const groups = new Map<string, Demand[]>();
  for (const demand of demands) {
    const key = facilityKey(demand.facility, demand.at);
    const group = groups.get(key);
    if (group) group.push(demand);
    else groups.set(key, [demand]);
  }
  return [...groups.values()].map((group) => sizeGroup(group, types, intent, costOf));
}

function sizeGroup(
  demands: readonly Demand[],
  types: readonly FacilityType[],
  intent: Intent,
  costOf: CostOf,
): Sizing {
  const [first] = demands;
  const type = types.find(({ name }) => name === first?.facility);
  if (!first || !type) throw new Error(`no facility ${first?.facility} is in the list`);

  const result = type.size(first.at, demands, intent, costOf);
  return isRefused(result) ? { demands, refusal: result } : { demands, sized: result };
}

export function facilityKey(facility: string, at: Placement): string {
  return "virtualNetwork" in at ? `${facility} ${at.virtualNetwork}` : `${facility} ${at.site} ${at.circuit}`;
}
