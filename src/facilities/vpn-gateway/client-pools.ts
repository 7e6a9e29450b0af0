import { smallestVpnClientAddressPool } from "../../azure/point-to-site-address-pools.ts";
import type { Refusal } from "../../model/connection-kind.ts";
import type { Reason } from "../../model/decision.ts";
import type { UserDemand } from "../../model/demand.ts";
import type { AddressDemand } from "../../model/facility-type.ts";
import { notesOnOwnPool, refuseOwnPool } from "./own-pool.ts";
import { type PoolTerms, poolLength, sizeOf, smallestLength } from "./pool-length.ts";

export interface ClientPools {
  readonly addresses: readonly AddressDemand[];
  readonly because: readonly Reason[];
}

export interface PlaceOfPools extends PoolTerms {
  readonly network: string;
  /** `undefined` where the intent does not say: then nobody knows which of its pools to take. */
  readonly region: string | undefined;
}

/** One pool a group, unless it has its own; then that one must do. */
export function planClientPools(users: readonly UserDemand[], place: PlaceOfPools): ClientPools | Refusal {
  const { network, region } = place;
  const addresses: AddressDemand[] = [];
  const because: Reason[] = [];
  for (const group of users) {
    const refusal = refuseOwnPool(group, place);
    if (refusal) return refusal;
    if (group.addressPool.length > 0) {
      because.push(...notesOnOwnPool(group, place));
      continue;
    }
    if (region === undefined) return refuseWithoutRegion(group, network);

    const length = poolLength(group.maxConcurrent, place);
    addresses.push({ type: "clientPool", users: group.group, region, length });
    because.push(reasonFor(group, length, place));
  }
  return { addresses, because };
}

function reasonFor({ group, maxConcurrent }: UserDemand, length: number, place: PlaceOfPools): Reason {
  const smallest = smallestLength(place);
  const twice = place.isSplit ? " All of it twice, for SSTP and IKEv2 divide the pool between them." : "";
  return {
    text: `${group} get a /${length}, an address for each of ${maxConcurrent} at once and ${sizeOf(smallest)} for the gateway: how many it keeps no page says, but of the smallest pool that Azure takes, a /${smallest}, it must be fewer.${twice}`,
    source: smallestVpnClientAddressPool.source,
  };
}

function refuseWithoutRegion({ group }: UserDemand, network: string): Refusal {
  return {
    because: `The region of ${network} is not known, so no addresses can be planned for ${group}.`,
    waysOut: [`Write the region of ${network}.`, `Give ${group} an addressPool.`],
  };
}
