import { reservedRanges } from "../../azure/virtual-network-limits.ts";
import { contains, type Prefix, parsePrefix } from "../../ip/index.ts";
import type { AddressPool, Intent } from "../../model/intent.ts";
import type { Origin } from "../../source/origin.ts";

/** A range that nothing planned may touch, and whose it is. */
export interface FixedRange {
  readonly prefix: Prefix;
  /** `hub uses 10.0.0.0/16`, the beginning of a sentence: `hub`, `the site amsterdam`. */
  readonly owner: string;
  readonly type: "virtualNetwork" | "site" | "p2sUsers" | "reserved";
  readonly region?: string;
  readonly origin?: Origin;
}

/** A site's range that contains a whole pool is a summary of it, and no claim on it. */
export function isSummary({ type, prefix }: FixedRange, pools: readonly AddressPool[]): boolean {
  return (
    type === "site" &&
    pools.some((pool) => contains(prefix, pool.prefix) && prefix.length < pool.prefix.length)
  );
}

/** All that a person fixed, and what Azure takes in no network. */
export function fixedRanges(intent: Intent): readonly FixedRange[] {
  return [
    ...intent.virtualNetworks.flatMap((network) =>
      network.addressSpace.map(({ prefix, origin }) => ({
        prefix,
        owner: network.name,
        type: "virtualNetwork" as const,
        ...(network.region === undefined ? {} : { region: network.region }),
        origin,
      })),
    ),
    ...intent.sites.flatMap((site) =>
      // A site also keeps its own where Azure sees it at others: what has them itself it never finds.
      [...site.addressSpace, ...(site.nat?.addressSpace ?? [])].map(({ prefix, origin }) => ({
        prefix,
        owner: `the site ${site.name}`,
        type: "site" as const,
        origin,
      })),
    ),
    ...intent.p2sUsers.flatMap((users) =>
      [...users.addressPool, ...users.localNetworks].map(({ prefix, origin }) => ({
        prefix,
        owner: `the users ${users.name}`,
        type: "p2sUsers" as const,
        origin,
      })),
    ),
    ...intent.reserved.map(({ prefix, origin }) => ({
      prefix,
      owner: "reserved",
      type: "reserved" as const,
      origin,
    })),
    ...reservedRanges.value
      .map(parsePrefix)
      .filter((prefix) => prefix !== undefined)
      .map((prefix) => ({ prefix, owner: "Azure", type: "reserved" as const })),
  ];
}
