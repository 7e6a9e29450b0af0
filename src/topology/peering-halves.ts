import type { Family, Prefix } from "../ip/index.ts";
import { isValid, readRanges } from "../model/address-range.ts";
import type { EstateIndex } from "../model/estate-index.ts";
import { flagOf } from "../model/flag-of.ts";
import { booleanOf, propertyOf, textOf, textsOf } from "../model/properties.ts";
import { isReference, referenceOf } from "../model/reference.ts";
import type { Resource, ResourceId } from "../model/resource.ts";
import { keyOf } from "../model/resource-id.ts";
import type { LinkId, Needs } from "../model/topology.ts";
import { groupBy } from "./group-by.ts";
import { perEstate } from "./per-estate.ts";

export const PEERING = "Microsoft.Network/virtualNetworks/virtualNetworkPeerings";

/** What one virtual network says of its peering with another. */
export interface PeeringHalf {
  readonly resource: Resource;
  readonly key: ResourceId;
  readonly localKey: ResourceId;
  readonly remoteKey: ResourceId;
  readonly sends: boolean;
  readonly acceptsForwarded: boolean;
  /** `undefined` where nobody says: Azure lets a peer use the gateways only where it is on. */
  readonly allowGatewayTransit: boolean | undefined;
  readonly useRemoteGateways: boolean;
  /** Lower-cased names of the subnets that take part; absent where the whole networks do. */
  readonly subnets?: { readonly local: readonly string[]; readonly remote: readonly string[] };
  readonly onlyFamily?: Family;
  readonly state: string | undefined;
  /** What this half knows of the remote ranges; stale until it is synced, and absent where nobody says. */
  readonly remoteAddressSpace: readonly Prefix[] | undefined;
}

/** A peering as a network sees it: its own half, and the other network's, where the estate holds it. */
export interface Peering {
  readonly link: LinkId;
  readonly half: PeeringHalf;
  readonly other: PeeringHalf | undefined;
  /** Halves that must stand. */
  readonly needs: Needs;
  /** Why it carries nothing. */
  readonly brokenBecause?: string;
}

/** The peerings of a network by its id, one for each remote network. */
export const peeringsByNetwork = perEstate((estate): ReadonlyMap<ResourceId, readonly Peering[]> => {
  const halves = estate.all(PEERING).flatMap((resource) => readHalf(resource) ?? []);
  const byEnds = new Map<string, PeeringHalf>();
  for (const half of halves) {
    const ends = `${half.localKey} ${half.remoteKey}`;
    if (half.localKey !== half.remoteKey && !byEnds.has(ends)) byEnds.set(ends, half);
  }
  const peerings = [...byEnds.values()].map((half) =>
    pair(half, byEnds.get(`${half.remoteKey} ${half.localKey}`), estate),
  );
  return groupBy(peerings, ({ half }) => half.localKey);
});

function pair(half: PeeringHalf, other: PeeringHalf | undefined, estate: EstateIndex): Peering {
  const keys = [half.key, ...(other ? [other.key] : [])].sort();
  const broken = brokenBecause(half, other, estate);
  return {
    link: keys[0] ?? half.key,
    half,
    other,
    needs: keys.map((key) => [key]),
    ...(broken === undefined ? {} : { brokenBecause: broken }),
  };
}

function brokenBecause(
  half: PeeringHalf,
  other: PeeringHalf | undefined,
  estate: EstateIndex,
): string | undefined {
  for (const { resource, state } of other ? [half, other] : [half]) {
    if (state !== undefined && state.toLowerCase() !== "connected")
      return `the peering ${resource.name} is ${state}`;
  }
  if (other) return undefined;

  const remote = estate.find(half.remoteKey);
  return remote && !remote.existing ? `${remote.name} has no peering back` : undefined;
}

function readHalf(resource: Resource): PeeringHalf | undefined {
  const remote = referenceOf(resource, "remoteVirtualNetwork");
  if (!isReference(remote)) return undefined;

  const key = keyOf(resource.id);
  const subnetsOnly = booleanOf(propertyOf(resource, "peerCompleteVnets")) === false;
  return {
    resource,
    key,
    localKey: key.slice(0, key.lastIndexOf("/virtualnetworkpeerings/")),
    remoteKey: keyOf(remote.id),
    sends: booleanOf(propertyOf(resource, "allowVirtualNetworkAccess")) ?? true,
    acceptsForwarded: flagOf(resource, "allowForwardedTraffic") ?? false,
    allowGatewayTransit: flagOf(resource, "allowGatewayTransit"),
    useRemoteGateways: flagOf(resource, "useRemoteGateways") ?? false,
    ...(subnetsOnly
      ? {
          subnets: {
            local: names(resource, "localSubnetNames"),
            remote: names(resource, "remoteSubnetNames"),
          },
        }
      : {}),
    ...(flagOf(resource, "enableOnlyIPv6Peering") ? { onlyFamily: 6 as const } : {}),
    state: textOf(propertyOf(resource, "peeringState")),
    remoteAddressSpace: readRemoteAddressSpace(resource),
  };
}

function names(resource: Resource, list: string): readonly string[] {
  return textsOf(propertyOf(resource, list)).map((name) => name.toLowerCase());
}

function readRemoteAddressSpace(resource: Resource): readonly Prefix[] | undefined {
  const path = ["remoteAddressSpace", "addressPrefixes"];
  const ranges = readRanges(resource, path, propertyOf(resource, ...path)).filter(isValid);
  return ranges.length === 0 ? undefined : ranges.map(({ prefix }) => prefix);
}
