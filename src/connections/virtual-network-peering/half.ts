import type { EstateIndex } from "../../model/estate-index.ts";
import type { ResourceId } from "../../model/resource.ts";
import { keyOf, parentIdOf } from "../../model/resource-id.ts";
import { allPeerings, type Peering } from "./peering.ts";

/**
 * A half that leads somewhere. Not one whose remote network is unknown, nor one back into its own network, nor a second
 * one to the same network: those have rules of their own, and what else is wrong with them follows from that.
 */
export interface Half extends Peering {
  readonly remoteId: string;
  readonly localKey: ResourceId;
  readonly remoteKey: ResourceId;
  readonly localName: string;
  readonly remoteName: string;
}

interface Halves {
  readonly all: readonly Half[];
  readonly byEnds: ReadonlyMap<string, Half>;
  /** By network, the networks that a half leads to or comes from. */
  readonly peers: ReadonlyMap<ResourceId, ReadonlySet<ResourceId>>;
}

export function allHalves(estate: EstateIndex): readonly Half[] {
  return halvesOf(estate).all;
}

export function halfBetween(from: ResourceId, to: ResourceId, estate: EstateIndex): Half | undefined {
  return halvesOf(estate).byEnds.get(ends(from, to));
}

/** The other half: the remote network's, which leads back here. */
export function counterpartOf(half: Half, estate: EstateIndex): Half | undefined {
  return halfBetween(half.remoteKey, half.localKey, estate);
}

/** Every network that a half leads to or comes from. */
export function peeredNetworks(estate: EstateIndex): Iterable<ResourceId> {
  return halvesOf(estate).peers.keys();
}

/** The networks that are joined to this one by at least one half. */
export function peersOf(networkKey: ResourceId, estate: EstateIndex): ReadonlySet<ResourceId> {
  return halvesOf(estate).peers.get(networkKey) ?? new Set();
}

/** The halves that the network owns. */
export function halvesFrom(networkKey: ResourceId, estate: EstateIndex): readonly Half[] {
  return [...peersOf(networkKey, estate)].flatMap((peer) => halfBetween(networkKey, peer, estate) ?? []);
}

/** Each peering of which both halves are known, once. */
export function allPairs(estate: EstateIndex): readonly (readonly [Half, Half])[] {
  return firstHalves(estate).flatMap((half) => {
    const other = counterpartOf(half, estate);
    return other ? [[half, other] as const] : [];
  });
}

/** Each peering once: the half that comes first in the estate, or the only one. */
export function firstHalves(estate: EstateIndex): readonly Half[] {
  const seen = new Set<Half>();
  return allHalves(estate).filter((half) => {
    seen.add(half);
    const other = counterpartOf(half, estate);
    return !other || !seen.has(other);
  });
}

/** The network that a half belongs to, even where the estate does not hold it. */
export function ownerName(peering: Peering): string {
  return lastName(parentIdOf(peering.resource.id) ?? peering.resource.id);
}

/** `to-spoke of hub`, as the messages name a half. */
export function title(half: Half): string {
  return `${half.name} of ${half.localName}`;
}

const known = new WeakMap<EstateIndex, Halves>();

function halvesOf(estate: EstateIndex): Halves {
  const halves = known.get(estate) ?? findHalves(estate);
  known.set(estate, halves);
  return halves;
}

function findHalves(estate: EstateIndex): Halves {
  const byEnds = new Map<string, Half>();
  const peers = new Map<ResourceId, Set<ResourceId>>();
  for (const peering of allPeerings(estate)) {
    const half = halfOf(peering);
    if (!half || half.localKey === half.remoteKey) continue;

    const key = ends(half.localKey, half.remoteKey);
    if (!byEnds.has(key)) byEnds.set(key, half);
    note(peers, half.localKey, half.remoteKey);
    note(peers, half.remoteKey, half.localKey);
  }
  return { all: [...byEnds.values()], byEnds, peers };
}

export function halfOf(peering: Peering): Half | undefined {
  const localId = parentIdOf(peering.resource.id);
  const { remoteId } = peering;
  if (localId === undefined || remoteId === undefined) return undefined;

  return {
    ...peering,
    remoteId,
    localKey: keyOf(localId),
    remoteKey: keyOf(remoteId),
    localName: lastName(localId),
    remoteName: lastName(remoteId),
  };
}

function note(peers: Map<ResourceId, Set<ResourceId>>, from: ResourceId, to: ResourceId): void {
  const known = peers.get(from);
  if (known) known.add(to);
  else peers.set(from, new Set([to]));
}

function ends(from: ResourceId, to: ResourceId): string {
  return `${from} ${to}`;
}

function lastName(id: string): string {
  return id.split("/").at(-1) ?? id;
}
