import type { EstateIndex } from "../model/estate-index.ts";
import { propertyOf, valueAt } from "../model/properties.ts";
import { referredId } from "../model/reference.ts";
import { type Resource, type ResourceId, sameType } from "../model/resource.ts";
import { keyOf } from "../model/resource-id.ts";
import type { FilterId } from "../model/topology.ts";
import { isList, isUnknown } from "../model/unknown.ts";
import { SUBNET } from "../model/virtual-network.ts";
import { perEstate } from "./per-estate.ts";

export type Direction = "inbound" | "outbound";

/** In the order that a packet meets them. */
export interface Filters {
  readonly inbound?: readonly FilterId[];
  readonly outbound?: readonly FilterId[];
}

/**
 * The filters that a subnet, or an interface in its subnet, stands behind. An id that the topology does not hold is a
 * group whose rules nobody knows: what meets it is not modelled.
 */
export function filtersOf(resource: Resource, estate: EstateIndex): Filters {
  const own = groupOf(resource);
  const subnet = sameType(resource.type, SUBNET) ? undefined : subnetOfInterface(resource, estate);
  const around = subnet && groupOf(subnet);
  if (own === undefined && around === undefined) return {};

  const known = filtersByGroups(estate);
  const key = `${around ?? ""} ${own ?? ""}`;
  const filters = known.get(key) ?? filtersBehind(own, around);
  known.set(key, filters);
  return filters;
}

/** Most subnets stand behind one of few groups: these share their lists. */
const filtersByGroups = perEstate(() => new Map<string, Filters>());

function filtersBehind(own: ResourceId | undefined, around: ResourceId | undefined): Filters {
  return {
    inbound: filterIds([around, own], "inbound"),
    outbound: filterIds([own, around], "outbound"),
  };
}

/** One group is two filters. */
export function filterId(group: ResourceId, direction: Direction): FilterId {
  return `${group}#${direction}`;
}

/** The id of the resource's network security group; where that is unknown, an id that no group has. */
export function groupOf(resource: Resource): ResourceId | undefined {
  const id = referredId(resource, "networkSecurityGroup");
  if (id === undefined) return undefined;

  return isUnknown(id) ? `${keyOf(resource.id)}/networksecuritygroup` : keyOf(id);
}

/** Azure puts all configurations of one interface into one subnet. */
function subnetOfInterface(resource: Resource, estate: EstateIndex): Resource | undefined {
  const configurations = propertyOf(resource, "ipConfigurations");
  if (!isList(configurations)) return undefined;

  for (const configuration of configurations) {
    const id = valueAt(configuration, ["properties", "subnet", "id"]);
    if (typeof id === "string") return estate.find(id);
  }
  return undefined;
}

function filterIds(groups: readonly (ResourceId | undefined)[], direction: Direction): readonly FilterId[] {
  return groups.flatMap((group) => (group === undefined ? [] : [filterId(group, direction)]));
}
