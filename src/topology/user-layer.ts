import { nextHopTypes } from "../azure/route-tables.ts";
import type { EstateIndex } from "../model/estate-index.ts";
import { nameOfId } from "../model/name-of-id.ts";
import type { ResourceId } from "../model/resource.ts";
import { keyOf } from "../model/resource-id.ts";
import { goesTo, goesToAppliance, type Route } from "../model/route.ts";
import type { RouteTable } from "../model/route-table.ts";
import type { Gap, Layer, NextHop, Row } from "../model/topology.ts";
import { unknownAt } from "../model/unknown-at.ts";
import { addressOfFirewall } from "./azure-firewalls.ts";
import { assumed, notModelled } from "./gap.ts";
import { userLayer } from "./layer.ts";
import { perEstate } from "./per-estate.ts";
import { vpnGatewayHop } from "./vpn-gateway-hop.ts";

/** A route table's routes in one network, and what of them could not be understood. */
export interface UserLayer {
  readonly layer: Layer;
  readonly gaps: readonly Gap[];
}

const known = perEstate(() => new Map<string, UserLayer>());

/** One for all subnets of a network that share the table: where a gateway stands, each network says differently. */
export function userLayerOf(table: RouteTable, networkKey: ResourceId, estate: EstateIndex): UserLayer {
  const id = `${keyOf(table.resource.id)}/routes#${networkKey}`;
  const made = known(estate).get(id) ?? buildLayer(id, table, networkKey, estate);
  known(estate).set(id, made);
  return made;
}

function buildLayer(id: string, table: RouteTable, networkKey: ResourceId, estate: EstateIndex): UserLayer {
  const gaps: Gap[] = table.routesAreKnown
    ? []
    : [notModelled(table.resource, `${table.name} may have routes that the estate does not say`)];
  const rows: Row[] = [];
  for (const route of table.routes) {
    const { row, gap } = readRoute(route, networkKey, estate);
    if (row) rows.push(row);
    if (gap) gaps.push(gap);
  }
  return { layer: userLayer(id, rows), gaps };
}

interface ReadRoute {
  readonly row?: Row;
  readonly gap?: Gap;
}

function readRoute(route: Route, networkKey: ResourceId, estate: EstateIndex): ReadRoute {
  const { resource, name, addressPrefix, nextHopType } = route;
  const prefix = addressPrefix?.prefix;
  if (!prefix) return { gap: notModelled(resource, withoutPrefix(route)) };

  const { nextHop, gap } = hopOf(route, networkKey, estate);
  if (!nextHop) return gap ? { gap } : {};

  const row: Row = {
    prefix,
    nextHop,
    nextHopType: nextHopTypes.value.find((type) => goesTo(route, type)) ?? nextHopType ?? "None",
    nextHopIpAddresses: goesToAppliance(route) ? route.nextHopAddresses.map(({ text }) => text) : [],
    name,
    needs: [],
    origin: resource.origin,
  };
  return { row, ...(gap ? { gap } : {}) };
}

function withoutPrefix({ name, addressPrefix }: Route): string {
  return addressPrefix === undefined
    ? `nobody says which range the route ${name} is for`
    : `the route ${name} is for ${addressPrefix.text}, and which ranges that stands for the estate cannot say`;
}

interface Hop {
  readonly nextHop?: NextHop;
  readonly gap?: Gap;
}

function hopOf(route: Route, networkKey: ResourceId, estate: EstateIndex): Hop {
  if (goesToAppliance(route)) return applianceHop(route, estate);
  if (goesTo(route, "VnetLocal")) return { nextHop: { to: "members", network: networkKey } };
  if (goesTo(route, "Internet")) return { nextHop: { to: "internet" } };
  if (goesTo(route, "None")) return { nextHop: { to: "none" } };
  if (goesTo(route, "VirtualNetworkGateway")) {
    const { nextHop, because } = vpnGatewayHop(networkKey, estate);
    const gap = because && assumed(route.resource, `the route ${route.name} leads nowhere: ${because}`);
    return { nextHop, ...(gap ? { gap } : {}) };
  }
  const said =
    route.nextHopType === undefined ? "nobody says where to" : `${route.nextHopType} is no next hop`;
  return { gap: notModelled(route.resource, `the route ${route.name} is left out: ${said}`) };
}

function applianceHop({ resource, name, nextHopAddresses }: Route, estate: EstateIndex): Hop {
  const told = nextHopAddresses.flatMap(({ address }) => address ?? []);
  const whose = unknownAt(resource, "nextHopIpAddress")?.of;
  const meant = whose?.property.toLowerCase() === "privateipaddress" ? whose.resource : undefined;
  const ofFirewall = meant === undefined ? undefined : addressOfFirewall(meant, estate);
  const addresses = ofFirewall ? [...told, ofFirewall] : told;
  if (addresses.length > 0) return { nextHop: { to: "addresses", addresses } };

  const which = meant === undefined ? "an appliance" : nameOfId(meant);
  const because = `the route ${name} leads to ${which}, whose address the estate does not say`;
  return { nextHop: { to: "addresses", addresses }, gap: notModelled(resource, because) };
}
