import { loadBalancerProbes } from "../azure/default-security-rules.ts";
import { alignPrefix, hostPrefix, type Prefix, parsePrefix } from "../ip/index.ts";
import type { EstateIndex } from "../model/estate-index.ts";
import { propertyOf, textsOf, valueAt } from "../model/properties.ts";
import type { Resource, ResourceId } from "../model/resource.ts";
import { keyOf } from "../model/resource-id.ts";
import type { AddressMatch } from "../model/topology.ts";
import { isList, type Value } from "../model/unknown.ts";
import { readAddress } from "../model/written-address.ts";

export type Side = "source" | "destination";

/** What an application security group stands for: the addresses of the interfaces in it. */
export interface GroupMembers {
  readonly prefixes: readonly Prefix[];
  /** Interfaces in it whose address nobody knows. */
  readonly withoutAddress: readonly Resource[];
}

/** Prefixes, service tags and application security groups of one side of a rule, all of which match. */
export function addressesOf(rule: Resource, side: Side, estate: EstateIndex): AddressMatch {
  const members = membersOf(estate);
  const own = matchOf(textsAt(rule, side));
  const ofGroups = groupsAt(rule, side).flatMap((group) => members.get(group)?.prefixes ?? []);

  return { ...own, prefixes: [...own.prefixes, ...ofGroups] };
}

/** Prefixes and service tags as they are written in rules. */
export function matchOf(texts: readonly string[]): AddressMatch {
  const tags = texts.filter((text) => !alignPrefix(text));
  const isTag = (name: string) => tags.some((tag) => tag.toLowerCase() === name.toLowerCase());
  const probes = isTag("AzureLoadBalancer") ? parsePrefix(loadBalancerProbes.value) : undefined;

  return {
    any: isTag("*"),
    prefixes: [...texts.flatMap((text) => alignPrefix(text) ?? []), ...(probes ? [probes] : [])],
    routed: isTag("VirtualNetwork"),
    internet: isTag("Internet"),
    unknown: tags.filter((tag) => !MODELLED.has(tag.toLowerCase())),
  };
}

const MODELLED = new Set(["*", "virtualnetwork", "internet", "azureloadbalancer"]);

function textsAt(rule: Resource, side: Side): readonly string[] {
  const one = propertyOf(rule, `${side}AddressPrefix`);
  const several = textsOf(propertyOf(rule, `${side}AddressPrefixes`));
  return typeof one === "string" && one !== "" ? [one, ...several] : several;
}

/** The application security groups that one side of a rule names. */
export function groupsAt(rule: Resource, side: Side): readonly ResourceId[] {
  return idsIn(propertyOf(rule, `${side}ApplicationSecurityGroups`));
}

function idsIn(references: Value | undefined): readonly ResourceId[] {
  if (!isList(references)) return [];
  return references.flatMap((reference) => {
    const id = valueAt(reference, ["id"]);
    return typeof id === "string" ? [keyOf(id)] : [];
  });
}

const known = new WeakMap<EstateIndex, ReadonlyMap<ResourceId, GroupMembers>>();

export function membersOf(estate: EstateIndex): ReadonlyMap<ResourceId, GroupMembers> {
  const members = known.get(estate) ?? readMembers(estate);
  known.set(estate, members);
  return members;
}

function readMembers(estate: EstateIndex): ReadonlyMap<ResourceId, GroupMembers> {
  const groups = new Map<ResourceId, { prefixes: Prefix[]; withoutAddress: Resource[] }>();
  for (const resource of estate.all("Microsoft.Network/networkInterfaces")) {
    const configurations = propertyOf(resource, "ipConfigurations");
    if (!isList(configurations)) continue;

    for (const configuration of configurations) {
      const written = valueAt(configuration, ["properties", "privateIPAddress"]);
      const address = readAddress(resource, ["ipConfigurations"], written)?.address;
      for (const id of idsIn(valueAt(configuration, ["properties", "applicationSecurityGroups"]))) {
        const group = groups.get(id) ?? { prefixes: [], withoutAddress: [] };
        groups.set(id, group);
        if (address) group.prefixes.push(hostPrefix(address));
        else group.withoutAddress.push(resource);
      }
    }
  }
  return groups;
}
