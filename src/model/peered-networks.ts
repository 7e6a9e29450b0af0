import type { EstateIndex } from "./estate-index.ts";
import { booleanOf, propertyOf } from "./properties.ts";
import { isReference, referenceOf } from "./reference.ts";
import type { Resource, ResourceId } from "./resource.ts";
import { keyOf } from "./resource-id.ts";
import { VIRTUAL_NETWORK } from "./virtual-network.ts";

const PEERING = "Microsoft.Network/virtualNetworks/virtualNetworkPeerings";

/** Who is peered with whom, by ids: what rules on routes and ranges must know of peerings, whatever their settings. */
export interface PeeredNetworks {
  /** Either half makes a peer: that the other half is missing is another mistake. */
  peersOf(networkId: string): ReadonlySet<ResourceId>;
  /** The networks whose gateways this one uses. */
  remoteGatewaysOf(networkId: string): ReadonlySet<ResourceId>;
  /** False where one of the network's peerings does not say with whom. */
  peersAreKnown(networkId: string): boolean;
  /** The networks that peerings hold together, in the order of the estate; also those of one network alone. */
  readonly islands: readonly (readonly ResourceId[])[];
}

const known = new WeakMap<EstateIndex, PeeredNetworks>();

export function peeredNetworks(estate: EstateIndex): PeeredNetworks {
  const peered = known.get(estate) ?? readPeeredNetworks(estate);
  known.set(estate, peered);
  return peered;
}

function readPeeredNetworks(estate: EstateIndex): PeeredNetworks {
  const peers = new Map<ResourceId, Set<ResourceId>>();
  const gateways = new Map<ResourceId, Set<ResourceId>>();
  const unsure = new Set<ResourceId>();

  for (const half of estate.all(PEERING)) {
    const local = ownerOf(half);
    const remote = referenceOf(half, "remoteVirtualNetwork");
    if (!isReference(remote)) {
      unsure.add(local);
      continue;
    }
    add(peers, local, keyOf(remote.id));
    add(peers, keyOf(remote.id), local);
    if (booleanOf(propertyOf(half, "useRemoteGateways"))) add(gateways, local, keyOf(remote.id));
  }

  const networks = estate.all(VIRTUAL_NETWORK).map((network) => keyOf(network.id));
  return {
    peersOf: (id) => peers.get(keyOf(id)) ?? new Set(),
    remoteGatewaysOf: (id) => gateways.get(keyOf(id)) ?? new Set(),
    peersAreKnown: (id) => !unsure.has(keyOf(id)),
    islands: islandsOf([...networks, ...peers.keys()], peers),
  };
}

function ownerOf(half: Resource): ResourceId {
  const id = keyOf(half.id);
  return id.slice(0, id.lastIndexOf("/virtualnetworkpeerings/"));
}

function add(map: Map<ResourceId, Set<ResourceId>>, key: ResourceId, value: ResourceId): void {
  const set = map.get(key);
  if (set) set.add(value);
  else map.set(key, new Set([value]));
}

function islandsOf(
  networks: readonly ResourceId[],
  peers: ReadonlyMap<ResourceId, ReadonlySet<ResourceId>>,
): ResourceId[][] {
  const seen = new Set<ResourceId>();
  const islands: ResourceId[][] = [];
  for (const start of networks) {
    if (seen.has(start)) continue;
    seen.add(start);
    const island = [start];
    for (const network of island) {
      for (const peer of peers.get(network) ?? []) {
        if (seen.has(peer)) continue;
        seen.add(peer);
        island.push(peer);
      }
    }
    islands.push(island);
  }
  return islands;
}
