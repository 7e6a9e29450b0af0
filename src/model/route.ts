import { type AddressRange, readRanges } from "./address-range.ts";
import { propertyOf, textOf } from "./properties.ts";
import type { Resource } from "./resource.ts";
import { isList } from "./unknown.ts";
import { unknownAt } from "./unknown-at.ts";
import { readAddress, type WrittenAddress } from "./written-address.ts";

/** A user-defined route. */
export interface Route {
  readonly resource: Resource;
  readonly name: string;
  /** A service tag has no `prefix`; `undefined` where it is absent or unknown. */
  readonly addressPrefix: AddressRange | undefined;
  /** As it was written; `undefined` where it is absent or unknown. */
  readonly nextHopType: string | undefined;
  /** One, or several where `VirtualApplianceEcmp` spreads the load. */
  readonly nextHopAddresses: readonly WrittenAddress[];
  /** False where there may be an address that nobody has told. */
  readonly nextHopAddressesAreKnown: boolean;
}

const routes = new WeakMap<Resource, Route>();

export function routeOf(resource: Resource): Route {
  const known = routes.get(resource);
  if (known) return known;

  const route = readRoute(resource);
  routes.set(resource, route);
  return route;
}

function readRoute(resource: Resource): Route {
  const several = propertyOf(resource, "nextHop", "nextHopIpAddresses");
  const one = readAddress(resource, ["nextHopIpAddress"], propertyOf(resource, "nextHopIpAddress"));
  const ecmp = isList(several)
    ? several.map((value, index) => readAddress(resource, ["nextHop", "nextHopIpAddresses", index], value))
    : [];
  return {
    resource,
    name: resource.name,
    addressPrefix: readRanges(resource, ["addressPrefix"], propertyOf(resource, "addressPrefix")).at(0),
    nextHopType: textOf(propertyOf(resource, "nextHopType")),
    nextHopAddresses: [one, ...ecmp].filter((address) => address !== undefined),
    nextHopAddressesAreKnown:
      !resource.existing &&
      !unknownAt(resource, "nextHopIpAddress") &&
      !unknownAt(resource, "nextHop", "nextHopIpAddresses"),
  };
}

/** ARM compares these words without regard to case. */
export function goesTo(route: Route, nextHopType: string): boolean {
  return route.nextHopType?.toLowerCase() === nextHopType.toLowerCase();
}

export function goesToAppliance(route: Route): boolean {
  return goesTo(route, "VirtualAppliance") || goesTo(route, "VirtualApplianceEcmp");
}
