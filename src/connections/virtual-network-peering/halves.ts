import type { EstateIndex } from "../../model/estate-index.ts";
import type { ResourceId } from "../../model/resource.ts";
import { type Half, halfOf } from "./half.ts";
import { allPeerings } from "./peering.ts";

interface Halves {
  readonly stated: readonly Half[];
  readonly byEnds: ReadonlyMap<ResourceId, ReadonlyMap<ResourceId, Half>>;
  readonly peers: ReadonlyMap<ResourceId, ReadonlySet<ResourceId>>;
  readonly all: readonly Half[];
  readonly first: readonly Half[];
  readonly pairs: readonly (readonly [Half, Half])[];
}

/** Every half whose remote network is known, the mistaken ones among them: back to itself, or a second time. */
export function statedHalves(estate: EstateIndex): readonly Half[] {
  return halvesOf(estate).stated;
}

/**
 * The halves that lead to another network, one for each. Those that do not have rules of their own, and what else is
 * wrong with them follows from that.
 */
export function allHalves(estate: EstateIndex): readonly Half[] {
  return halvesOf(estate).all;
}

/** Each peering once: the half that comes first in the estate, or the only one. */
export function firstHalves(estate: EstateIndex): readonly Half[] {
  return halvesOf(estate).first;
}

/** Each peering of which both halves are known, once. */
export function allPairs(estate: EstateIndex): readonly (readonly [Half, Half])[] {
  return halvesOf(estate).pairs;
}

export function halfBetween(from: ResourceId, to: ResourceId, estate: EstateIndex): Half | undefined {
  return halvesOf(estate).byEnds.get(from)?.get(to);
}

/** The other half: the remote network's, which leads back here. */
export function counterpartOf(half: Half, estate: EstateIndex): Half | undefined {
  return halfBetween(half.remoteKey, half.localKey, estate);
}

/** The halves that the network owns. */
export function halvesFrom(networkKey: ResourceId, estate: EstateIndex): readonly Half[] {
  return [...(halvesOf(estate).byEnds.get(networkKey)?.values() ?? [])];
}

/** The networks that are joined to this one by at least one half. */
export function peersOf(networkKey: ResourceId, estate: EstateIndex): ReadonlySet<ResourceId> {
  return halvesOf(estate).peers.get(networkKey) ?? new Set();
}

/** Every network that a half leads to or comes from. */
export function peeredNetworks(estate: EstateIndex): Iterable<ResourceId> {
  return halvesOf(estate).peers.keys();
}

const known = new WeakMap<EstateIndex, Halves>();

function halvesOf(estate: EstateIndex): Halves {
  const halves =
    known.get(estate) ?? indexHalves(allPeerings(estate).flatMap((peering) => halfOf(peering) ?? []));
  known.set(estate, halves);
  return halves;
}

function indexHalves(stated: readonly Half[]): Halves {
  const byEnds = new Map<ResourceId, Map<ResourceId, Half>>();
  const peers = new Map<ResourceId, Set<ResourceId>>();
  const first: Half[] = [];
  const all: Half[] = [];
  for (const half of stated) {
    const { localKey, remoteKey } = half;
    const own = valueOf(byEnds, localKey, () => new Map<ResourceId, Half>());
    if (localKey === remoteKey || own.has(remoteKey)) continue;

    own.set(remoteKey, half);
    all.push(half);
    if (!byEnds.get(remoteKey)?.has(localKey)) first.push(half);
    valueOf(peers, localKey, () => new Set<ResourceId>()).add(remoteKey);
    valueOf(peers, remoteKey, () => new Set<ResourceId>()).add(localKey);
  }
  const pairs = first.flatMap((half) => {
    const other = byEnds.get(half.remoteKey)?.get(half.localKey);
    return other ? [[half, other] as const] : [];
  });
  return { stated, byEnds, peers, all, first, pairs };
}

function valueOf<T>(map: Map<ResourceId, T>, key: ResourceId, make: () => T): T {
  const value = map.get(key) ?? make();
  map.set(key, value);
  return value;
}
