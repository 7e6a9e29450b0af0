import { type AddressRange, readRanges } from "./address-range.ts";
import type { EstateIndex } from "./estate-index.ts";
import { propertyOf } from "./properties.ts";
import type { Resource } from "./resource.ts";
import { isUnknown } from "./unknown.ts";

export const VIRTUAL_NETWORK = "Microsoft.Network/virtualNetworks";
export const SUBNET = "Microsoft.Network/virtualNetworks/subnets";

/** A virtual network as the rules and the map read it. */
export interface VirtualNetwork {
  readonly resource: Resource;
  readonly name: string;
  readonly addressSpace: readonly AddressRange[];
  /** False where a range, or the whole list, is not known: then absence proves nothing. */
  readonly addressSpaceIsKnown: boolean;
  /** Lower-cased, without blanks; `undefined` where it is unknown. */
  readonly region: string | undefined;
}

export interface Subnet {
  readonly resource: Resource;
  readonly name: string;
  readonly addressPrefixes: readonly AddressRange[];
}

const virtualNetworks = new WeakMap<Resource, VirtualNetwork>();
const subnets = new WeakMap<Resource, Subnet>();

export function virtualNetworkOf(resource: Resource): VirtualNetwork {
  const known = virtualNetworks.get(resource);
  if (known) return known;

  const prefixes = propertyOf(resource, "addressSpace", "addressPrefixes");
  const view: VirtualNetwork = {
    resource,
    name: resource.name,
    addressSpace: readRanges(resource, ["addressSpace", "addressPrefixes"], prefixes),
    addressSpaceIsKnown: Array.isArray(prefixes) && !prefixes.some(isUnknown),
    region: typeof resource.location === "string" ? normaliseRegion(resource.location) : undefined,
  };
  virtualNetworks.set(resource, view);
  return view;
}

export function subnetOf(resource: Resource): Subnet {
  const known = subnets.get(resource);
  if (known) return known;

  const several = propertyOf(resource, "addressPrefixes");
  const path = Array.isArray(several) && several.length > 0 ? "addressPrefixes" : "addressPrefix";
  const view: Subnet = {
    resource,
    name: resource.name,
    addressPrefixes: readRanges(resource, [path], propertyOf(resource, path)),
  };
  subnets.set(resource, view);
  return view;
}

export function allVirtualNetworks(estate: EstateIndex): readonly VirtualNetwork[] {
  return estate.all(VIRTUAL_NETWORK).map(virtualNetworkOf);
}

export function subnetsOf(network: VirtualNetwork, estate: EstateIndex): readonly Subnet[] {
  return estate.childrenOf(network.resource, SUBNET).map(subnetOf);
}

/** ARM takes `West Europe` for `westeurope`. */
export function normaliseRegion(location: string): string {
  return location.toLowerCase().replace(/\s+/g, "");
}
