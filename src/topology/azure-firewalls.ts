import { type Address, firstAddress, hostPrefix, type Prefix, parseAddress } from "../ip/index.ts";
import { isValid } from "../model/address-range.ts";
import type { EstateIndex } from "../model/estate-index.ts";
import { propertyOf, textOf, valueAt } from "../model/properties.ts";
import type { Resource } from "../model/resource.ts";
import { keyOf } from "../model/resource-id.ts";
import type { Forwarding, Node, TopologyPart } from "../model/topology.ts";
import type { TopologyReader } from "../model/topology-reader.ts";
import { isList, type Value } from "../model/unknown.ts";
import { subnetOf } from "../model/virtual-network.ts";
import { applianceAt, forwardingOfAppliance } from "./appliances.ts";
import { assumed, notModelled } from "./gap.ts";
import { placementInSubnet, type SubnetPlacement, unplaced } from "./placement.ts";

export const azureFirewalls: TopologyReader = { reads: "Microsoft.Network/azureFirewalls", read };

const rulesUnknown: Forwarding = {
  does: "unknown",
  because: "the rules of an Azure Firewall are not modelled; say under appliances whether it forwards",
};

function* read(estate: EstateIndex): Iterable<TopologyPart> {
  for (const resource of estate.all(azureFirewalls.reads)) {
    const configurations = configurationsOf(resource);
    const subnetId = configurations.flatMap((value) => textAt(value, "subnet", "id") ?? [])[0];
    if (subnetId === undefined) {
      yield notModelled(resource, `nobody says in which subnet the firewall ${resource.name} stands`);
      continue;
    }
    const place = placementInSubnet(subnetId, estate);
    if (!place) {
      yield unplaced({ resource, name: resource.name }, subnetId);
      continue;
    }
    const told = configurations
      .flatMap((value) => textAt(value, "privateIPAddress") ?? [])
      .flatMap((text) => parseAddress(text) ?? []);
    const prefixes = told.length > 0 ? told.map(hostPrefix) : rangesOf(subnetId, estate);
    yield nodeOf(resource, place, prefixes, estate);
    if (told.length === 0) yield assumed(resource, wholeSubnet(resource));
  }
}

/** The one that it has, or, for it is taken to have any of its subnet, one that stands for them. */
export function addressOfFirewall(id: string, estate: EstateIndex): Address | undefined {
  const resource = estate.find(id);
  if (resource?.type.toLowerCase() !== azureFirewalls.reads.toLowerCase()) return undefined;
  const configurations = configurationsOf(resource);
  const [told] = configurations.flatMap((value) => textAt(value, "privateIPAddress") ?? []);
  if (told !== undefined) return parseAddress(told);
  const [subnetId] = configurations.flatMap((value) => textAt(value, "subnet", "id") ?? []);
  const [range] = subnetId === undefined ? [] : rangesOf(subnetId, estate);
  return range && firstAddress(range);
}

/** Nothing else may stand in its subnet. */
function wholeSubnet({ name }: Resource): string {
  return `the private address of ${name} is not known; it is taken to have any of its subnet that a route names`;
}

function nodeOf(
  resource: Resource,
  place: SubnetPlacement,
  prefixes: readonly Prefix[],
  estate: EstateIndex,
): Node {
  const appliance = applianceAt(keyOf(resource.id), estate);
  return {
    part: "node",
    id: keyOf(resource.id),
    name: resource.name,
    role: "firewall",
    ...place,
    prefixes,
    forwarding: appliance ? forwardingOfAppliance(appliance) : rulesUnknown,
    egress: { by: `firewall ${resource.name}` },
    origin: resource.origin,
  };
}

function rangesOf(subnetId: string, estate: EstateIndex): readonly Prefix[] {
  const subnet = estate.find(subnetId);
  return subnet
    ? subnetOf(subnet)
        .addressPrefixes.filter(isValid)
        .map(({ prefix }) => prefix)
    : [];
}

function configurationsOf(resource: Resource): readonly Value[] {
  const value = propertyOf(resource, "ipConfigurations");
  return isList(value) ? value : [];
}

function textAt(value: Value, ...path: readonly string[]): string | undefined {
  return textOf(valueAt(value, ["properties", ...path]));
}
