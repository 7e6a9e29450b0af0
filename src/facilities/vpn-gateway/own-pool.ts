import { smallestVpnClientAddressPool } from "../../azure/point-to-site-address-pools.ts";
import { addressCount, type Prefix, parsePrefix } from "../../ip/index.ts";
import type { Refusal } from "../../model/connection-kind.ts";
import type { Reason } from "../../model/decision.ts";
import type { UserDemand } from "../../model/demand.ts";
import { type PoolTerms, poolLength, sizeOf, smallestLength } from "./pool-length.ts";

const { source } = smallestVpnClientAddressPool;

/** A pool that a person gave the users, too small for Azure or for them. */
export function refuseOwnPool(group: UserDemand, terms: PoolTerms): Refusal | undefined {
  const ranges = ipv4RangesOf(group);
  if (ranges.length === 0) return undefined;

  const smallest = smallestLength(terms);
  const pool = `The addressPool of ${group.group} (${group.addressPool.join(", ")})`;
  const waysOut = [
    `Give ${group.group} an addressPool of /${poolLength(group.maxConcurrent, terms)} or larger.`,
    "Leave out addressPool, so that one is planned.",
  ];
  if (ranges.some(({ length }) => length > smallest)) {
    const kind = terms.activeActive ? "an active-active gateway" : "this gateway";
    return { because: `${pool} is smaller than the /${smallest} that ${kind} needs.`, source, waysOut };
  }
  const count = countOf(ranges);
  if (count >= group.maxConcurrent) return undefined;
  return {
    because: `${pool} has ${count} addresses, and ${group.maxConcurrent} are connected at once.`,
    source,
    waysOut,
  };
}

export function notesOnOwnPool(group: UserDemand, terms: PoolTerms): readonly Reason[] {
  const ranges = ipv4RangesOf(group);
  const spare = countOf(ranges) - group.maxConcurrent;
  if (ranges.length === 0 || spare >= sizeOf(smallestLength(terms))) return [];

  const text = `The addressPool of ${group.group} has ${spare} addresses more than users at once; how many the gateway keeps no page says, so the last to connect may get none.`;
  return [{ text, source }];
}

/** IPv6 addresses are never short. */
function ipv4RangesOf(group: UserDemand): readonly Prefix[] {
  return group.addressPool.flatMap((text) => parsePrefix(text) ?? []).filter(({ family }) => family === 4);
}

function countOf(ranges: readonly Prefix[]): number {
  return ranges.reduce((sum, range) => sum + addressCount(range), 0);
}
