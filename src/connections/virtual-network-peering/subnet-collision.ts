import { contains, overlaps } from "../../ip/index.ts";
import { isValid, type ValidRange } from "../../model/address-range.ts";
import type { EstateIndex } from "../../model/estate-index.ts";
import { booleanOf, propertyOf } from "../../model/properties.ts";
import type { VirtualNetwork } from "../../model/virtual-network.ts";
import type { Half } from "./half.ts";
import { counterpartOf } from "./halves.ts";
import { findSubnet, type ListedSubnet, listedSubnets } from "./listed-subnets.ts";
import { typeOfHalf } from "./peering-type.ts";

/** A subnet that is to be peered lies in a range of its network that overlaps one of the other network. */
export interface SubnetCollision {
  readonly listed: ListedSubnet;
  readonly network: VirtualNetwork;
  readonly range: ValidRange;
  readonly other: VirtualNetwork;
  readonly otherRange: ValidRange;
}

/** Each pair of overlapping ranges once, with the first listed subnet in one of them. */
export function collisionsOfSubnets(half: Half, estate: EstateIndex): readonly SubnetCollision[] {
  const { local, remote } = half;
  const other = counterpartOf(half, estate);
  if (!local || !remote || typeOfHalf(half) !== "subnets" || (other && typeOfHalf(other) !== "subnets"))
    return [];

  const ours = [
    ...listedSubnets(half, "localSubnetNames"),
    ...(other ? listedSubnets(other, "remoteSubnetNames") : []),
  ];
  const theirs = [
    ...listedSubnets(half, "remoteSubnetNames"),
    ...(other ? listedSubnets(other, "localSubnetNames") : []),
  ];
  const onlyIpv6 = booleanOf(propertyOf(half.resource, "enableOnlyIPv6Peering")) === true;
  const all = [...collisions(ours, local, remote, estate), ...collisions(theirs, remote, local, estate)];
  return firstOfEachPair(all.filter(({ range }) => !onlyIpv6 || range.prefix.family === 6));
}

function collisions(
  subnets: readonly ListedSubnet[],
  network: VirtualNetwork,
  other: VirtualNetwork,
  estate: EstateIndex,
): readonly SubnetCollision[] {
  const shared = sharedRanges(network, other);
  if (shared.length === 0) return [];

  return subnets.flatMap((listed) => {
    const prefixes = findSubnet(network, listed.name, estate)?.addressPrefixes.filter(isValid) ?? [];
    return shared
      .filter(([range]) => prefixes.some(({ prefix }) => contains(range.prefix, prefix)))
      .map(([range, otherRange]) => ({ listed, network, range, other, otherRange }));
  });
}

function sharedRanges(a: VirtualNetwork, b: VirtualNetwork): readonly (readonly [ValidRange, ValidRange])[] {
  const theirs = b.addressSpace.filter(isValid);
  return a.addressSpace
    .filter(isValid)
    .flatMap((range) =>
      theirs.filter(({ prefix }) => overlaps(prefix, range.prefix)).map((other) => [range, other] as const),
    );
}

function firstOfEachPair(all: readonly SubnetCollision[]): readonly SubnetCollision[] {
  const seen = new Set<string>();
  return all.filter(({ range, otherRange }) => {
    const key = [range, otherRange]
      .map(({ origin }) => origin.path.join("/"))
      .sort()
      .join(" ");
    const isFirst = !seen.has(key);
    seen.add(key);
    return isFirst;
  });
}
