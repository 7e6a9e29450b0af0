import { addressFamily, formatAddress, formatPrefix, parseAddress, parsePrefix } from "../ip/index.ts";
import type { EffectiveRoute } from "../model/effective-route.ts";

export interface ComparedRoutes {
  readonly matched: readonly EffectiveRoute[];
  /** In the file, and not predicted. */
  readonly missing: readonly EffectiveRoute[];
  /** Predicted, and not in the file. */
  readonly surplus: readonly EffectiveRoute[];
  /** One prefix from one source, with another next hop or state. */
  readonly differing: readonly { readonly recorded: EffectiveRoute; readonly predicted: EffectiveRoute }[];
  /** What was not compared, a sentence each. */
  readonly leftOut: readonly string[];
}

/** Of all others Azure shows none. */
const HAS_ADDRESS = new Set(["virtualnetworkgateway", "virtualappliance"]);

/** Several next hops of one prefix and source are one row, however a tool printed them. */
export function compareRoutes(
  predicted: readonly EffectiveRoute[],
  recorded: readonly EffectiveRoute[],
): ComparedRoutes {
  const leftOut: string[] = [];
  const kept = keepComparable(predicted, recorded, leftOut);
  const theirs = mergeRows(kept.recorded);
  const ours = mergeRows(kept.predicted);

  const matched: EffectiveRoute[] = [];
  const differing: { recorded: EffectiveRoute; predicted: EffectiveRoute }[] = [];
  let unknownAddresses = 0;
  for (const [key, row] of theirs) {
    const mine = ours.get(key);
    if (!mine) continue;
    const isUnknown =
      HAS_ADDRESS.has(mine.nextHopType.toLowerCase()) &&
      mine.nextHopIpAddress.length === 0 &&
      row.nextHopIpAddress.length > 0;
    if (isUnknown) unknownAddresses += 1;
    if (isSame(mine, isUnknown ? { ...row, nextHopIpAddress: [] } : row)) matched.push(row);
    else differing.push({ recorded: row, predicted: mine });
  }
  if (unknownAddresses > 0)
    leftOut.push(
      `${rows(unknownAddresses)} next hop address: the estate does not say which one Azure chose.`,
    );
  return {
    matched,
    missing: [...theirs].flatMap(([key, row]) => (ours.has(key) ? [] : [row])),
    surplus: [...ours].flatMap(([key, row]) => (theirs.has(key) ? [] : [row])),
    differing,
    leftOut,
  };
}

function rows(count: number): string {
  return count === 1 ? "One row's" : `${count} rows'`;
}

interface BothRows {
  readonly predicted: readonly EffectiveRoute[];
  readonly recorded: readonly EffectiveRoute[];
}

function keepComparable(
  predicted: readonly EffectiveRoute[],
  recorded: readonly EffectiveRoute[],
  leftOut: string[],
): BothRows {
  const without = (both: BothRows, drops: (row: EffectiveRoute) => boolean, because: string): BothRows => {
    const kept = {
      predicted: both.predicted.filter((row) => !drops(row)),
      recorded: both.recorded.filter((row) => !drops(row)),
    };
    const count = both.predicted.length + both.recorded.length - kept.predicted.length - kept.recorded.length;
    if (count > 0) leftOut.push(`${count} ${count === 1 ? "row" : "rows"} ${because}`);
    return kept;
  };

  let both: BothRows = { predicted, recorded };
  if (!recorded.some(isSystemNone))
    both = without(
      both,
      isSystemNone,
      "of next hop type None that are predicted: the file was printed without any.",
    );
  if (!recorded.some(isIpv6))
    both = without(both, isIpv6, "of IPv6 that are predicted: the file has none, as of an IPv4 interface.");
  return without(
    both,
    ({ nextHopType }) => nextHopType === "VirtualNetworkServiceEndpoint",
    "of service endpoints: which prefixes a service has is not in an estate.",
  );
}

function isSystemNone({ source, nextHopType }: EffectiveRoute): boolean {
  return nextHopType === "None" && source === "Default";
}

function isIpv6({ addressPrefix }: EffectiveRoute): boolean {
  return parsePrefix(addressPrefix)?.family === 6;
}

function mergeRows(list: readonly EffectiveRoute[]): ReadonlyMap<string, EffectiveRoute> {
  const merged = new Map<string, EffectiveRoute>();
  for (const row of list) {
    const prefix = canonicalPrefix(row.addressPrefix);
    const shared = `${prefix} ${row.source.toLowerCase()}`;
    const first = merged.get(shared);
    const key = !first || saysTheSame(first, row) ? shared : `${shared} ${row.state} ${row.nextHopType}`;
    const before = merged.get(key);
    const addresses = [...(before?.nextHopIpAddress ?? []), ...row.nextHopIpAddress.map(canonicalAddress)];
    merged.set(key, {
      ...(before ?? row),
      addressPrefix: prefix,
      nextHopIpAddress: [...new Set(addresses)].sort(),
    });
  }
  return merged;
}

function isSame(a: EffectiveRoute, b: EffectiveRoute): boolean {
  return saysTheSame(a, b) && a.nextHopIpAddress.join(" ") === b.nextHopIpAddress.join(" ");
}

function saysTheSame(a: EffectiveRoute, b: EffectiveRoute): boolean {
  return a.state === b.state && a.nextHopType.toLowerCase() === b.nextHopType.toLowerCase();
}

function canonicalPrefix(text: string): string {
  const prefix = parsePrefix(text);
  return prefix ? formatPrefix(prefix) : text.toLowerCase();
}

function canonicalAddress(text: string): string {
  const address = parseAddress(text);
  return address && addressFamily(address) === 6 ? formatAddress(address) : text;
}
