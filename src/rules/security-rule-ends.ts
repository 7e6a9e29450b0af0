import { isValid, readRanges, type ValidRange } from "../model/address-range.ts";
import type { EstateIndex } from "../model/estate-index.ts";
import { propertyOf, textOf } from "../model/properties.ts";
import { referredId } from "../model/reference.ts";
import type { Resource, ResourceId } from "../model/resource.ts";
import { keyOf } from "../model/resource-id.ts";
import { isUnknown } from "../model/unknown.ts";
import { SUBNET, type Subnet, subnetOf } from "../model/virtual-network.ts";

const GROUP = "Microsoft.Network/networkSecurityGroups";
const SECURITY_RULE = "Microsoft.Network/networkSecurityGroups/securityRules";

/** A range that a rule lets in or out, as it is written. */
export interface AllowedRange {
  readonly group: Resource;
  readonly rule: Resource;
  readonly direction: "in" | "out";
  readonly range: ValidRange;
}

export function allowedRanges(estate: EstateIndex): readonly AllowedRange[] {
  return estate.all(GROUP).flatMap((group) =>
    estate.childrenOf(group, SECURITY_RULE).flatMap((rule) => {
      const direction = directionOf(rule);
      if (!direction || textOf(propertyOf(rule, "access"))?.toLowerCase() !== "allow") return [];

      const side = direction === "in" ? "source" : "destination";
      return [`${side}AddressPrefix`, `${side}AddressPrefixes`]
        .flatMap((property) => readRanges(rule, [property], propertyOf(rule, property)))
        .filter(isValid)
        .map((range) => ({ group, rule, direction, range }));
    }),
  );
}

function directionOf(rule: Resource): AllowedRange["direction"] | undefined {
  const text = textOf(propertyOf(rule, "direction"))?.toLowerCase();
  if (text === "inbound") return "in";
  return text === "outbound" ? "out" : undefined;
}

/** The subnets that each group stands at. */
export function subnetsByGroup(estate: EstateIndex): ReadonlyMap<ResourceId, readonly Subnet[]> {
  const groups = new Map<ResourceId, Subnet[]>();
  for (const resource of estate.all(SUBNET)) {
    const id = referredId(resource, "networkSecurityGroup");
    if (typeof id !== "string") continue;

    const subnets = groups.get(keyOf(id));
    if (subnets) subnets.push(subnetOf(resource));
    else groups.set(keyOf(id), [subnetOf(resource)]);
  }
  return groups;
}

/** Whether nothing that is known of the subnet keeps its machines from the internet; false where a group is not told. */
export function mayReachInternet(subnet: Subnet, estate: EstateIndex): boolean {
  const id = referredId(subnet.resource, "networkSecurityGroup");
  if (id === undefined) return !subnet.resource.existing;

  const group = typeof id === "string" ? estate.find(id) : undefined;
  if (!group || group.existing) return false;
  return !estate.childrenOf(group, SECURITY_RULE).some((rule) => {
    const words = ["direction", "access", "destinationAddressPrefix"].map((name) => propertyOf(rule, name));
    const [direction, access, destination] = words.map((word) => textOf(word)?.toLowerCase());
    if (words.some(isUnknown)) return true;
    return (
      direction === "outbound" &&
      access === "deny" &&
      destination !== undefined &&
      ["*", "internet", "0.0.0.0/0"].includes(destination)
    );
  });
}
