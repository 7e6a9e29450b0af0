import { vpnClientAddressPoolOverlaps } from "../../azure/point-to-site-address-pools.ts";
import { formatPrefix, intersect, type Prefix } from "../../ip/index.ts";
import type { ValidRange } from "../../model/address-range.ts";
import type { Refusal, Wish } from "../../model/connection-kind.ts";
import { findEnd } from "../../model/find-end.ts";

/** A pool that overlaps the network, or the networks that the users sit in. */
export function refusePointToSite(wish: Wish): Refusal | undefined {
  const network = findEnd(wish, "virtualNetwork")?.network;
  const users = findEnd(wish, "p2sUsers")?.users;
  if (!network || !users) return undefined;

  const inNetwork = findShared(users.addressPool, network.addressSpace);
  if (inNetwork) {
    return refusal(
      users.name,
      inNetwork,
      `${network.name} (${inNetwork.other.text})`,
      "Azure refuses such a pool",
    );
  }
  // `0.0.0.0/0` says nothing of where they sit.
  const local = users.localNetworks.filter(({ prefix }) => prefix.length > 0);
  const atHome = findShared(users.addressPool, local);
  return (
    atHome &&
    refusal(
      users.name,
      atHome,
      `the network that they sit in (${atHome.other.text})`,
      "their devices could not tell the two apart",
    )
  );
}

interface Shared {
  readonly pool: ValidRange;
  readonly other: ValidRange;
  readonly shared: Prefix;
}

function findShared(pools: readonly ValidRange[], others: readonly ValidRange[]): Shared | undefined {
  for (const pool of pools) {
    for (const other of others) {
      const shared = intersect(pool.prefix, other.prefix);
      if (shared) return { pool, other, shared };
    }
  }
  return undefined;
}

function refusal(users: string, { pool, shared }: Shared, other: string, why: string): Refusal {
  return {
    because: `The pool of ${users} (${pool.text}) and ${other} share ${formatPrefix(shared)}: ${why}.`,
    source: vpnClientAddressPoolOverlaps.source,
    waysOut: [`Give ${users} another addressPool.`, "Leave addressPool out, for Isthmus to plan it."],
    origin: pool.origin,
  };
}
