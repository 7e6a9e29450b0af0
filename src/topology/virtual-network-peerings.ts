import { formatPrefix } from "../ip/index.ts";
import type { EstateIndex } from "../model/estate-index.ts";
import { nameOfId } from "../model/name-of-id.ts";
import { propertyOf } from "../model/properties.ts";
import { isReference, referenceOf } from "../model/reference.ts";
import type { Resource } from "../model/resource.ts";
import type { Gap, Link, LinkEnd, Node, TopologyPart } from "../model/topology.ts";
import type { TopologyReader } from "../model/topology-reader.ts";
import { isUnknown } from "../model/unknown.ts";
import { assumed, notModelled } from "./gap.ts";
import { localRanges, remoteRanges } from "./peered-ranges.ts";
import { PEERING, type Peering, type PeeringHalf, peeringsByNetwork } from "./peering-halves.ts";
import { networksDoNotForward } from "./virtual-networks.ts";

export const virtualNetworkPeerings: TopologyReader = { reads: PEERING, read };

function* read(estate: EstateIndex): Iterable<TopologyPart> {
  for (const resource of estate.all(PEERING)) yield* unknownParts(resource);
  for (const [networkKey, peerings] of peeringsByNetwork(estate)) {
    // A half alone, without the network that owns it, leads from nowhere.
    if (!estate.find(networkKey)) continue;
    for (const peering of peerings) {
      yield* unknownGateways(peering);
      yield* estate.find(peering.half.remoteKey) ? linkParts(peering, estate) : absentParts(peering, estate);
    }
  }
}

function* linkParts(peering: Peering, estate: EstateIndex): Iterable<TopologyPart> {
  const { half, other, link, needs, brokenBecause } = peering;
  // Of two halves the one that names the link says it for both.
  if (other && link !== half.key) return;

  yield {
    part: "link",
    id: link,
    name: `${nameOfId(half.localKey)} - ${nameOfId(half.remoteKey)}`,
    medium: "backbone",
    ends: [endOf(peering, estate), farEndOf(peering, estate)],
    crossesInternet: false,
    ...(brokenBecause === undefined ? {} : { brokenBecause }),
    needs,
    origin: half.resource.origin,
  } satisfies Link;
  if (!other && brokenBecause === undefined) yield assumed(half.resource, otherHalfTaken(half));
}

function otherHalfTaken({ resource, remoteKey }: PeeringHalf): string {
  return `the peering back from ${nameOfId(remoteKey)} to the one of ${resource.name} is not in the estate; it is taken to be connected, without its gateways and without forwarded traffic`;
}

function endOf(peering: Peering, estate: EstateIndex): LinkEnd {
  const { half } = peering;
  const sendsFrom = localRanges(peering, estate);
  return {
    node: half.localKey,
    sends: half.sends,
    acceptsForwarded: half.acceptsForwarded,
    ...(sendsFrom === undefined ? {} : { sendsFrom }),
    origin: half.resource.origin,
  };
}

function farEndOf(peering: Peering, estate: EstateIndex): LinkEnd {
  const { half, other, link, needs } = peering;
  if (other) return endOf({ link, needs, half: other, other: half }, estate);

  return { node: half.remoteKey, sends: true, acceptsForwarded: false, origin: half.resource.origin };
}

/** A network that the estate does not hold: its ranges lead out of the estate. */
function* absentParts(peering: Peering, estate: EstateIndex): Iterable<TopologyPart> {
  const { half, brokenBecause } = peering;
  const name = nameOfId(half.remoteKey);
  const prefixes = remoteRanges(peering, estate);
  if (brokenBecause !== undefined) return;
  if (prefixes.length === 0) {
    yield notModelled(half.resource, `${name} is not in the estate, and nobody says what ranges it has`);
    return;
  }
  yield {
    part: "node",
    id: half.remoteKey,
    name,
    role: "virtualNetwork",
    prefixes,
    forwarding: networksDoNotForward,
    needs: [],
    origin: half.resource.origin,
  } satisfies Node;
  const ranges = prefixes.map(formatPrefix).join(", ");
  yield notModelled(half.resource, `${name} with ${ranges} is not in the estate: what is in it nobody knows`);
}

/** Whose gateways it uses and what those have learned, the other half and its network would say. */
function* unknownGateways({ half, other, brokenBecause }: Peering): Iterable<Gap> {
  if (other || brokenBecause !== undefined || !half.useRemoteGateways) return;

  const [local, remote] = [nameOfId(half.localKey), nameOfId(half.remoteKey)];
  yield notModelled(
    half.resource,
    `${local} uses the gateways of ${remote}, and what those have learned is not in the estate`,
  );
}

const FLAGS = [
  "allowVirtualNetworkAccess",
  "allowForwardedTraffic",
  "allowGatewayTransit",
  "useRemoteGateways",
  "peerCompleteVnets",
  "peeringState",
] as const;

/** Taken for false where an existing half does not say them. */
const PERMISSIONS = ["allowForwardedTraffic", "useRemoteGateways"] as const;

function* unknownParts(resource: Resource): Iterable<Gap> {
  const remote = referenceOf(resource, "remoteVirtualNetwork");
  if (!isReference(remote)) {
    const because = isUnknown(remote) ? remote.because : "nobody says it";
    yield notModelled(resource, `the network behind the peering ${resource.name} is not known: ${because}`);
  }
  for (const flag of FLAGS) {
    const value = propertyOf(resource, flag);
    if (!isUnknown(value)) continue;
    yield notModelled(resource, `${flag} of the peering ${resource.name} is not known: ${value.because}`);
  }
  for (const flag of PERMISSIONS) {
    if (!resource.existing || propertyOf(resource, flag) !== undefined) continue;
    yield assumed(resource, `nobody says ${flag} of the peering ${resource.name}; it is taken for false`);
  }
}
