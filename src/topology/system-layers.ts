import { reservedRanges } from "../azure/system-routes.ts";
import { contains, equals, type Prefix, parsePrefix } from "../ip/index.ts";
import { isValid } from "../model/address-range.ts";
import type { EstateIndex } from "../model/estate-index.ts";
import type { ResourceId } from "../model/resource.ts";
import { keyOf } from "../model/resource-id.ts";
import type { Layer, NextHop, Row } from "../model/topology.ts";
import { type VirtualNetwork, virtualNetworkOf } from "../model/virtual-network.ts";
import type { Origin } from "../source/origin.ts";
import { defaultLayer } from "./layer.ts";
import { remoteRanges } from "./peered-ranges.ts";
import { type Peering, peeringsByNetwork } from "./peering-halves.ts";
import { perEstate } from "./per-estate.ts";

/** What Azure gives every subnet of a network. */
export interface SystemLayers {
  /** To its own ranges and those of its peers. */
  readonly within: Layer;
  /** To the internet, and to nowhere. */
  readonly outside: Layer;
}

const known = perEstate(() => new Map<ResourceId, SystemLayers>());

export function systemLayers(networkKey: ResourceId, estate: EstateIndex): SystemLayers {
  const layers = known(estate).get(networkKey) ?? buildLayers(networkKey, estate);
  known(estate).set(networkKey, layers);
  return layers;
}

function buildLayers(networkKey: ResourceId, estate: EstateIndex): SystemLayers {
  const resource = estate.find(networkKey);
  const network = resource && virtualNetworkOf(resource);
  const own = network ? ownRows(network) : [];
  const peered = (peeringsByNetwork(estate).get(networkKey) ?? []).flatMap((peering) =>
    peeringRows(peering, estate),
  );
  const outward = network ? outwardRows(network, own, peered) : [];
  return {
    within: defaultLayer(`${networkKey}/systemroutes`, [...own, ...peered], { shields: true }),
    outside: defaultLayer(`${networkKey}/defaultroutes`, outward, { shields: false }),
  };
}

function ownRows({ resource, addressSpace }: VirtualNetwork): Row[] {
  const nextHop: NextHop = { to: "members", network: keyOf(resource.id) };
  return addressSpace
    .filter(isValid)
    .map(({ prefix, origin }) => systemRow(prefix, nextHop, "VnetLocal", origin));
}

function peeringRows(peering: Peering, estate: EstateIndex): Row[] {
  if (peering.brokenBecause !== undefined) return [];

  const { half, link, needs } = peering;
  const nextHop = hopOver(peering, link, estate);
  return remoteRanges(peering, estate).map((prefix) => ({
    ...systemRow(prefix, nextHop, "VNetPeering", half.resource.origin),
    needs,
  }));
}

/** A network that the estate does not hold has no members, and no link leads to it. */
function hopOver({ half }: Peering, link: string, estate: EstateIndex): NextHop {
  return estate.find(half.remoteKey) ? { to: "link", link } : { to: "members", network: half.remoteKey };
}

function outwardRows(network: VirtualNetwork, own: readonly Row[], peered: readonly Row[]): Row[] {
  const { origin } = network.resource;
  const hasIpv6 = own.some(({ prefix }) => prefix.family === 6);
  return [
    internetRow("0.0.0.0/0", origin),
    ...(hasIpv6 ? [internetRow("::/0", origin)] : []),
    ...reservedRanges.value
      .map((text) => parsed(text))
      .filter((range) => !own.some(({ prefix }) => contains(prefix, range)))
      .filter((range) => !peered.some(({ prefix }) => equals(prefix, range)))
      .map((range) => ({
        ...systemRow(range, { to: "none" }, "None", origin),
        unlessDefaultRoute: true as const,
      })),
  ];
}

function internetRow(text: string, origin: Origin): Row {
  return systemRow(parsed(text), { to: "internet" }, "Internet", origin);
}

function systemRow(prefix: Prefix, nextHop: NextHop, nextHopType: string, origin: Origin): Row {
  return { prefix, nextHop, nextHopType, nextHopIpAddresses: [], needs: [], origin };
}

function parsed(text: string): Prefix {
  const prefix = parsePrefix(text);
  if (!prefix) throw new Error(`${text} is no range`);
  return prefix;
}
