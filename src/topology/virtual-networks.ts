import { isValid } from "../model/address-range.ts";
import type { EstateIndex } from "../model/estate-index.ts";
import { propertyOf } from "../model/properties.ts";
import { keyOf } from "../model/resource-id.ts";
import type { Forwarding, Node, TopologyPart } from "../model/topology.ts";
import type { TopologyReader } from "../model/topology-reader.ts";
import { isUnknown } from "../model/unknown.ts";
import { unknownAt } from "../model/unknown-at.ts";
import { allVirtualNetworks, VIRTUAL_NETWORK, type VirtualNetwork } from "../model/virtual-network.ts";
import { notModelled } from "./gap.ts";
import { regionNeeds } from "./placement.ts";

export const virtualNetworks: TopologyReader = { reads: VIRTUAL_NETWORK, read };

/** Each sender looks up its own subnet's routes: what arrives in a network is delivered there or not at all. */
export const networksDoNotForward: Forwarding = {
  does: "no",
  because: "a virtual network passes nothing on by itself",
};

function* read(estate: EstateIndex): Iterable<TopologyPart> {
  for (const network of allVirtualNetworks(estate)) {
    yield nodeOf(network);
    yield* gapsOf(network);
  }
}

function nodeOf({ resource, name, addressSpace, region }: VirtualNetwork): Node {
  return {
    part: "node",
    id: keyOf(resource.id),
    name,
    role: "virtualNetwork",
    prefixes: addressSpace.filter(isValid).map(({ prefix }) => prefix),
    forwarding: networksDoNotForward,
    ...(region === undefined ? {} : { region }),
    needs: regionNeeds(region),
    origin: resource.origin,
  };
}

function* gapsOf(network: VirtualNetwork): Iterable<TopologyPart> {
  const { resource, name, addressSpace, addressSpaceIsKnown } = network;
  if (!addressSpaceIsKnown) {
    yield notModelled(resource, `the address space of ${name} is not known: ${whyUnknown(network)}`);
  }
  for (const { text, prefix, origin } of addressSpace) {
    if (!prefix) yield notModelled(resource, `${text} in the address space of ${name} is no range`, origin);
  }
}

function whyUnknown({ resource }: VirtualNetwork): string {
  const path = ["addressSpace", "addressPrefixes"];
  const prefixes = propertyOf(resource, ...path);
  const unknown =
    unknownAt(resource, ...path) ?? (Array.isArray(prefixes) ? prefixes.find(isUnknown) : undefined);
  return unknown?.because ?? "nobody says it";
}
