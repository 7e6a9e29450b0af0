import type { EstateIndex } from "../../model/estate-index.ts";
import { propertyOf } from "../../model/properties.ts";
import { isList, isUnknown } from "../../model/unknown.ts";
import { type Subnet, subnetsOf, type VirtualNetwork } from "../../model/virtual-network.ts";
import type { Origin } from "../../source/origin.ts";
import type { Half } from "./half.ts";
import { placeOf } from "./place.ts";

export type SubnetList = "localSubnetNames" | "remoteSubnetNames";

/** A subnet that a half of a subnet peering names. */
export interface ListedSubnet {
  readonly name: string;
  readonly origin: Origin;
}

export function listedSubnets(half: Half, list: SubnetList): readonly ListedSubnet[] {
  const value = propertyOf(half.resource, list);
  if (!isList(value)) return [];

  return value.flatMap((name, index) =>
    typeof name === "string" ? [{ name, origin: placeOf(half, list, index) }] : [],
  );
}

/** Whether the half has such a list and every name in it is known. */
export function isListKnown(half: Half, list: SubnetList): boolean {
  const value = propertyOf(half.resource, list);
  return isList(value) && !value.some(isUnknown);
}

export function findSubnet(network: VirtualNetwork, name: string, estate: EstateIndex): Subnet | undefined {
  return subnetsOf(network, estate).find((subnet) => subnet.name.toLowerCase() === name.toLowerCase());
}
