import { namedSubnets } from "../azure/named-subnets.ts";
import { formatPrefix, nextFreeBlock, type Prefix, parsePrefix } from "../ip/index.ts";
import type { Estate } from "../model/estate.ts";
import { propertyOf, textOf, textsOf } from "../model/properties.ts";
import type { Resource, ResourceId } from "../model/resource.ts";

const NAMED = new Set(Object.keys(namedSubnets.value).map((name) => name.toLowerCase()));

/** Networks that have room and nobody in it get a subnet, for packets must begin somewhere. */
export function withHosts(estate: Estate): Estate {
  const subnetsOf = subnetsByNetwork(estate);
  const added = [...estate.resources].flatMap(([id, network]): (readonly [ResourceId, Resource])[] => {
    if (!/\/virtualnetworks$/i.test(network.type)) return [];

    const subnets = subnetsOf.get(id) ?? [];
    if (subnets.some(({ name }) => !NAMED.has(name.toLowerCase()))) return [];
    const prefix = roomIn(network, subnets);
    return prefix ? [[`${id}/subnets/hosts`, subnetOf(network, prefix)]] : [];
  });
  return added.length === 0 ? estate : { ...estate, resources: new Map([...estate.resources, ...added]) };
}

function subnetsByNetwork({ resources }: Estate): ReadonlyMap<ResourceId, readonly Resource[]> {
  const found = new Map<ResourceId, Resource[]>();
  for (const [id, resource] of resources) {
    const cut = id.lastIndexOf("/subnets/");
    if (cut < 0 || id.indexOf("/", cut + "/subnets/".length) >= 0) continue;
    const network = id.slice(0, cut);
    const list = found.get(network);
    if (list) list.push(resource);
    else found.set(network, [resource]);
  }
  return found;
}

function roomIn(network: Resource, subnets: readonly Resource[]): Prefix | undefined {
  const taken = subnets.flatMap((subnet) =>
    [textOf(propertyOf(subnet, "addressPrefix")), ...textsOf(propertyOf(subnet, "addressPrefixes"))].flatMap(
      (text) => (text === undefined ? [] : (parsePrefix(text) ?? [])),
    ),
  );
  const space = textsOf(propertyOf(network, "addressSpace", "addressPrefixes")).flatMap(
    (text) => parsePrefix(text) ?? [],
  );
  return nextFreeBlock(space, taken, 29, 4);
}

function subnetOf(network: Resource, prefix: Prefix): Resource {
  return {
    id: `${network.id}/subnets/hosts`,
    type: "Microsoft.Network/virtualNetworks/subnets",
    name: "hosts",
    properties: { addressPrefix: formatPrefix(prefix) },
    origin: network.origin,
  };
}
