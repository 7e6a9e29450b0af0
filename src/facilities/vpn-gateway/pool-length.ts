import {
  smallestVpnClientAddressPool,
  vpnClientAddressPoolSplit,
} from "../../azure/point-to-site-address-pools.ts";

/** What the gateway's protocols and instances make of the addresses. */
export interface PoolTerms {
  readonly activeActive: boolean;
  /** SSTP beside another: the pool is divided between them for good. */
  readonly isSplit: boolean;
}

/** The length of the smallest range that serves so many at once, and leaves as many as the smallest pool has. */
export function poolLength(maxConcurrent: number, terms: PoolTerms): number {
  const smallest = smallestLength(terms);
  const wanted = maxConcurrent + sizeOf(smallest);
  const inAll = terms.isSplit ? wanted * vpnClientAddressPoolSplit.value.parts : wanted;
  return Math.min(smallest, 32 - Math.ceil(Math.log2(inAll)));
}

export function smallestLength({ activeActive }: PoolTerms): number {
  const { activeActive: two, activeStandby } = smallestVpnClientAddressPool.value;
  return activeActive ? two : activeStandby;
}

export function sizeOf(length: number): number {
  return 2 ** (32 - length);
}
