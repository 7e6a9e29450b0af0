import { namedSubnets } from "../../src/azure/named-subnets.ts";
import { hostAddress } from "../../src/cli/host-address.ts";
import type { Design } from "../../src/design.ts";
import type { Address, Family } from "../../src/ip/index.ts";
import { keyOf } from "../../src/model/resource-id.ts";
import type { Node, Topology } from "../../src/model/topology.ts";
import type { TraceEnd } from "../../src/model/trace.ts";
import { addressSeenFrom } from "../../src/prove/translated-address.ts";

/** One host of a range, as it calls itself. */
export interface Host {
  readonly node: Node;
  readonly family: Family;
  readonly address: Address;
}

/** The id of what an intent calls so. */
function nodeIdOf(name: string, { intent, estate }: Design): string {
  const network = intent.virtualNetworks.find((one) => one.name === name);
  if (network?.existing !== undefined) return keyOf(network.existing);
  if (network) {
    for (const [id, { type, name: called }] of estate.resources)
      if (/\/virtualnetworks$/i.test(type) && called === name) return id;
  }
  const isSite = intent.sites.some((site) => site.name === name);
  return `${isSite ? "site" : "p2susers"}/${name.toLowerCase()}`;
}

/** One host for each range of each subnet that has any; of a site, and of users, for each of their ranges. */
export function hostsOf(name: string, design: Design, topology: Topology): readonly Host[] {
  const id = nodeIdOf(name, design);
  const node = topology.nodes.get(id);
  const places =
    node?.role === "virtualNetwork"
      ? [...topology.nodes.values()].filter(
          ({ role, within, name }) => within === id && role === "subnet" && !isNamed(name),
        )
      : node
        ? [node]
        : [];
  return places.flatMap((place) =>
    place.prefixes.flatMap((prefix): Host[] => {
      const address = hostAddress({ ...place, prefixes: [prefix] }, prefix.family, 0, topology);
      return address ? [{ node: place, family: prefix.family, address }] : [];
    }),
  );
}

function isNamed(name: string): boolean {
  const last = name.slice(name.lastIndexOf("/") + 1).toLowerCase();
  return Object.keys(namedSubnets.value).some((known) => known.toLowerCase() === last);
}

export function endOf({ node, address }: Host): TraceEnd {
  return { node: node.id, address };
}

/** A host is called as whoever begins has to call it. */
export function endSeenFrom(from: Host, { node, address }: Host, topology: Topology): TraceEnd {
  return { node: node.id, address: addressSeenFrom(from.node, node, address, topology) };
}
