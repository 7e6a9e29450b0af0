import { namedSubnets } from "../azure/named-subnets.ts";
import { createPrefixTable, type Prefix, type PrefixTable } from "../ip/index.ts";
import { isValid } from "../model/address-range.ts";
import type { EstateIndex } from "../model/estate-index.ts";
import { isNamed } from "../model/named-subnet.ts";
import { peeredNetworks } from "../model/peered-networks.ts";
import type { ResourceId } from "../model/resource.ts";
import { type Subnet, subnetsOf, type VirtualNetwork, virtualNetworkOf } from "../model/virtual-network.ts";

export interface SpokeSubnet {
  readonly subnet: Subnet;
  readonly prefix: Prefix;
  readonly network: VirtualNetwork;
}

/** The subnets of a hub's spokes inside a range; not those of a service, which answers in its own way. */
export function spokeSubnets(
  estate: EstateIndex,
): (hub: ResourceId, range: Prefix) => readonly SpokeSubnet[] {
  const known = new Map<ResourceId, PrefixTable<SpokeSubnet>>();
  return (hub, range) => {
    const table =
      known.get(hub) ?? createPrefixTable(subnetsIn(hub, estate).map((each) => [each.prefix, each] as const));
    known.set(hub, table);
    return table.inside(range).map((entry) => entry.value);
  };
}

function subnetsIn(hub: ResourceId, estate: EstateIndex): SpokeSubnet[] {
  return [...peeredNetworks(estate).peersOf(hub)]
    .flatMap((id) => estate.find(id) ?? [])
    .filter((resource) => !resource.existing)
    .map(virtualNetworkOf)
    .flatMap((network) => subnetsOf(network, estate).flatMap((subnet) => prefixesOf(subnet, network)));
}

function prefixesOf(subnet: Subnet, network: VirtualNetwork): SpokeSubnet[] {
  if (Object.keys(namedSubnets.value).some((name) => isNamed(subnet, name))) return [];

  return subnet.addressPrefixes.filter(isValid).map(({ prefix }) => ({ subnet, network, prefix }));
}
