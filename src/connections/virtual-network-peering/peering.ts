import { type AddressRange, readRanges } from "../../model/address-range.ts";
import type { EstateIndex } from "../../model/estate-index.ts";
import { booleanOf, propertyOf, textOf, textsOf } from "../../model/properties.ts";
import type { Resource } from "../../model/resource.ts";
import { keyOf } from "../../model/resource-id.ts";
import { type VirtualNetwork, virtualNetworkOf } from "../../model/virtual-network.ts";

export const PEERING = "Microsoft.Network/virtualNetworks/virtualNetworkPeerings";

/** One half of a peering: what its own virtual network says of the other. */
export interface Peering {
  readonly resource: Resource;
  readonly name: string;
  /** The virtual network that owns this half; `undefined` where the estate does not hold it. */
  readonly local: VirtualNetwork | undefined;
  readonly remoteId: string | undefined;
  /** `undefined` where the estate does not hold it. */
  readonly remote: VirtualNetwork | undefined;
  readonly allowVirtualNetworkAccess: boolean | undefined;
  readonly allowForwardedTraffic: boolean | undefined;
  readonly allowGatewayTransit: boolean | undefined;
  readonly useRemoteGateways: boolean | undefined;
  /** False for subnet peering. */
  readonly peerCompleteVnets: boolean;
  readonly localSubnetNames: readonly string[];
  readonly remoteSubnetNames: readonly string[];
  readonly peeringState: string | undefined;
  readonly peeringSyncLevel: string | undefined;
  /** The remote ranges that this half knows; stale until it is synced. */
  readonly remoteAddressSpace: readonly AddressRange[];
}

const known = new WeakMap<EstateIndex, readonly Peering[]>();

/** Every half of every peering. */
export function allPeerings(estate: EstateIndex): readonly Peering[] {
  const peerings = known.get(estate) ?? estate.all(PEERING).map((resource) => readPeering(resource, estate));
  known.set(estate, peerings);
  return peerings;
}

/** The halves that a virtual network owns. */
export function peeringsOf(networkId: string, estate: EstateIndex): readonly Peering[] {
  return halvesByOwner(estate).get(keyOf(networkId)) ?? [];
}

const byOwner = new WeakMap<EstateIndex, ReadonlyMap<string, readonly Peering[]>>();

function halvesByOwner(estate: EstateIndex): ReadonlyMap<string, readonly Peering[]> {
  const grouped = byOwner.get(estate);
  if (grouped) return grouped;

  const groups = new Map<string, Peering[]>();
  for (const peering of allPeerings(estate)) {
    const owner = ownerKey(peering.resource);
    const halves = groups.get(owner);
    if (halves) halves.push(peering);
    else groups.set(owner, [peering]);
  }
  byOwner.set(estate, groups);
  return groups;
}

function ownerKey(resource: Resource): string {
  return keyOf(resource.id.slice(0, resource.id.toLowerCase().lastIndexOf("/virtualnetworkpeerings/")));
}

function readPeering(resource: Resource, estate: EstateIndex): Peering {
  const flag = (name: string) => booleanOf(propertyOf(resource, name));
  const local = estate.parentOf(resource);
  const remoteId = textOf(propertyOf(resource, "remoteVirtualNetwork", "id"));
  const remote = remoteId === undefined ? undefined : estate.find(remoteId);
  const remoteSpace = ["remoteAddressSpace", "addressPrefixes"];

  return {
    resource,
    name: resource.name,
    local: local && virtualNetworkOf(local),
    remoteId,
    remote: remote && virtualNetworkOf(remote),
    allowVirtualNetworkAccess: flag("allowVirtualNetworkAccess"),
    allowForwardedTraffic: flag("allowForwardedTraffic"),
    allowGatewayTransit: flag("allowGatewayTransit"),
    useRemoteGateways: flag("useRemoteGateways"),
    peerCompleteVnets: flag("peerCompleteVnets") ?? true,
    localSubnetNames: textsOf(propertyOf(resource, "localSubnetNames")),
    remoteSubnetNames: textsOf(propertyOf(resource, "remoteSubnetNames")),
    peeringState: textOf(propertyOf(resource, "peeringState")),
    peeringSyncLevel: textOf(propertyOf(resource, "peeringSyncLevel")),
    remoteAddressSpace: readRanges(resource, remoteSpace, propertyOf(resource, ...remoteSpace)),
  };
}
