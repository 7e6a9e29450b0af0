import type { EstateIndex } from "./estate-index.ts";
import { booleanOf, propertyOf } from "./properties.ts";
import { referredId } from "./reference.ts";
import type { Resource, ResourceId } from "./resource.ts";
import { keyOf } from "./resource-id.ts";
import { type Route, routeOf } from "./route.ts";
import { isUnknown } from "./unknown.ts";
import { unknownAt } from "./unknown-at.ts";
import { SUBNET, type Subnet, subnetOf } from "./virtual-network.ts";

const ROUTE_TABLE = "Microsoft.Network/routeTables";
const ROUTE = "Microsoft.Network/routeTables/routes";

export interface RouteTable {
  readonly resource: Resource;
  readonly name: string;
  readonly routes: readonly Route[];
  /** False where there may be routes that nobody has told: then absence proves nothing. */
  readonly routesAreKnown: boolean;
  /** `undefined` where it is unknown; Azure takes false where it is absent. */
  readonly disableBgpRoutePropagation: boolean | undefined;
}

const tables = new WeakMap<EstateIndex, ReadonlyMap<ResourceId, RouteTable>>();

function tablesById(estate: EstateIndex): ReadonlyMap<ResourceId, RouteTable> {
  const known =
    tables.get(estate) ??
    new Map(
      estate.all(ROUTE_TABLE).map((resource) => [keyOf(resource.id), readRouteTable(resource, estate)]),
    );
  tables.set(estate, known);
  return known;
}

export function allRouteTables(estate: EstateIndex): readonly RouteTable[] {
  return [...tablesById(estate).values()];
}

function readRouteTable(resource: Resource, estate: EstateIndex): RouteTable {
  const propagation = propertyOf(resource, "disableBgpRoutePropagation");
  return {
    resource,
    name: resource.name,
    routes: estate.childrenOf(resource, ROUTE).map(routeOf),
    routesAreKnown: !resource.existing && !unknownAt(resource, "routes"),
    disableBgpRoutePropagation:
      isUnknown(propagation) || resource.existing
        ? booleanOf(propagation)
        : (booleanOf(propagation) ?? false),
  };
}

/** The table that decides where packets from this subnet go. */
export type SubnetRouteTable =
  | { readonly kind: "table"; readonly table: RouteTable }
  | { readonly kind: "none" }
  /** Named and not in the estate, or not told. */
  | { readonly kind: "unknown" };

export function routeTableOf(subnet: Subnet, estate: EstateIndex): SubnetRouteTable {
  const id = referredId(subnet.resource, "routeTable");
  if (id === undefined) return { kind: subnet.resource.existing ? "unknown" : "none" };
  if (isUnknown(id)) return { kind: "unknown" };

  const table = tablesById(estate).get(keyOf(id));
  return table ? { kind: "table", table } : { kind: "unknown" };
}

const attached = new WeakMap<EstateIndex, ReadonlyMap<ResourceId, readonly Subnet[]>>();

/** The subnets whose packets this table decides about. */
export function subnetsOfRouteTable(table: RouteTable, estate: EstateIndex): readonly Subnet[] {
  const byTable = attached.get(estate) ?? groupByTable(estate);
  attached.set(estate, byTable);
  return byTable.get(keyOf(table.resource.id)) ?? [];
}

function groupByTable(estate: EstateIndex): ReadonlyMap<ResourceId, readonly Subnet[]> {
  const groups = new Map<ResourceId, Subnet[]>();
  for (const resource of estate.all(SUBNET)) {
    const id = referredId(resource, "routeTable");
    if (id === undefined || isUnknown(id)) continue;

    const key = keyOf(id);
    const subnets = groups.get(key);
    if (subnets) subnets.push(subnetOf(resource));
    else groups.set(key, [subnetOf(resource)]);
  }
  return groups;
}
