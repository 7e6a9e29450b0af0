import type { CostOf, FacilityType } from "../../model/facility-type.ts";
import type { Meter } from "../../model/meter.ts";
import type { Price } from "../gateway-hosts/host-problem.ts";

/** What the planning of gateways is given from elsewhere. */
export interface GatewayMeans {
  readonly facilityTypes: readonly FacilityType[];
  readonly priceOf: (meters: readonly Meter[]) => Price;
  /** Hosts that the lock has: they stay where they are. */
  readonly keptHosts: ReadonlyMap<string, string>;
  /** Sizes that the lock has: a smaller one that would do now is told, and not taken. */
  readonly keptSizes: ReadonlyMap<string, string>;
}

/** The price of one meter; nothing where it is not known. */
export function costOfOne(priceOf: GatewayMeans["priceOf"]): CostOf {
  return (meter) => {
    const { monthly, isKnown } = priceOf([meter]);
    return isKnown ? monthly : undefined;
  };
}
