import { namedSubnets } from "../../src/azure/named-subnets.ts";
import { formatPrefix, nextFreeBlock, type Prefix, parsePrefix } from "../../src/ip/index.ts";
import type { Estate } from "../../src/model/estate.ts";
import { propertyOf, textOf, textsOf } from "../../src/model/properties.ts";
import type { Resource } from "../../src/model/resource.ts";

const NAMED = new Set(Object.keys(namedSubnets.value).map((name) => name.toLowerCase()));

/** Networks that have room and nobody in it get a subnet, for packets must begin somewhere. */
export function withHosts(estate: Estate): Estate {
  const resources = new Map(estate.resources);
  for (const [id, network] of estate.resources) {
    if (!/\/virtualnetworks$/i.test(network.type)) continue;
    const subnets = [...estate.resources]
      .filter(([key]) => key.startsWith(`${id}/subnets/`))
      .map(([, one]) => one);
    if (subnets.some(({ name }) => !NAMED.has(name.toLowerCase()))) continue;
    const prefix = roomIn(network, subnets);
    if (prefix) resources.set(`${id}/subnets/hosts`, subnetOf(network, prefix));
  }
  return { ...estate, resources };
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
