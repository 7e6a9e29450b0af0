import type { Origin } from "../source/origin.ts";
import type { EstateIndex } from "./estate-index.ts";
import { numberOf } from "./number-of.ts";
import { propertyOf, textOf, valueAt } from "./properties.ts";
import { originOf, type Resource } from "./resource.ts";
import { isList, type Value } from "./unknown.ts";

export const EXPRESS_ROUTE_PORT = "Microsoft.Network/expressRoutePorts";

/** A pair of ports of ExpressRoute Direct. */
export interface ExpressRoutePort {
  readonly resource: Resource;
  readonly name: string;
  readonly bandwidthGbps: number | undefined;
  readonly links: readonly ExpressRouteLink[];
}

export interface ExpressRouteLink {
  readonly name: string;
  readonly value: Value;
  /** `Enabled` or `Disabled`. */
  readonly adminState: string | undefined;
  readonly originAt: (...path: readonly string[]) => Origin;
}

export function allExpressRoutePorts(estate: EstateIndex): readonly ExpressRoutePort[] {
  return estate.all(EXPRESS_ROUTE_PORT).map((resource) => {
    const links = propertyOf(resource, "links");
    return {
      resource,
      name: resource.name,
      bandwidthGbps: numberOf(propertyOf(resource, "bandwidthInGbps")),
      links: isList(links) ? links.map((value, index) => readLink(resource, value, index)) : [],
    };
  });
}

function readLink(resource: Resource, value: Value, index: number): ExpressRouteLink {
  return {
    name: textOf(valueAt(value, ["name"])) ?? `link${index + 1}`,
    value,
    adminState: textOf(valueAt(value, ["properties", "adminState"])),
    originAt: (...path) => originOf(resource, "properties", "links", index, ...path),
  };
}
