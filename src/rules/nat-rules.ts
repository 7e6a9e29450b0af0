import { isValid, readRanges, type ValidRange } from "../model/address-range.ts";
import type { EstateIndex } from "../model/estate-index.ts";
import { propertyOf, textOf, valueAt } from "../model/properties.ts";
import { originOf, type Resource } from "../model/resource.ts";
import { isList } from "../model/unknown.ts";

const NAT_RULE = "Microsoft.Network/virtualNetworkGateways/natRules";

export interface NatRule {
  readonly resource: Resource;
  readonly name: string;
  readonly type: "Static" | "Dynamic" | undefined;
  readonly mode: "IngressSnat" | "EgressSnat" | undefined;
  readonly internalMappings: readonly NatMapping[];
  readonly externalMappings: readonly NatMapping[];
  /** Of the gateway's instance that it is for; absent where it is for all. */
  readonly ipConfigurationId: string | undefined;
}

export interface NatMapping {
  readonly range: ValidRange;
  readonly hasPorts: boolean;
}

/** Of one VPN gateway. */
export function natRulesOf(gateway: Resource, estate: EstateIndex): readonly NatRule[] {
  return estate.childrenOf(gateway, NAT_RULE).map((resource) => ({
    resource,
    name: resource.name,
    type: oneOf(["Static", "Dynamic"], textOf(propertyOf(resource, "type")) ?? "Static"),
    mode: oneOf(["IngressSnat", "EgressSnat"], textOf(propertyOf(resource, "mode"))),
    internalMappings: mappingsOf(resource, "internalMappings"),
    externalMappings: mappingsOf(resource, "externalMappings"),
    ipConfigurationId: textOf(propertyOf(resource, "ipConfigurationId"))?.toLowerCase(),
  }));
}

function mappingsOf(resource: Resource, list: string): readonly NatMapping[] {
  const mappings = propertyOf(resource, list);
  if (!isList(mappings)) return [];

  return mappings.flatMap((mapping, index) =>
    readRanges(resource, [list], valueAt(mapping, ["addressSpace"]))
      .map((range) => ({ ...range, origin: originOf(resource, "properties", list, index, "addressSpace") }))
      .filter(isValid)
      .map((range) => ({ range, hasPorts: (valueAt(mapping, ["portRange"]) ?? "") !== "" })),
  );
}

function oneOf<const T extends string>(values: readonly T[], text: string | undefined): T | undefined {
  return values.find((value) => value.toLowerCase() === text?.toLowerCase());
}
