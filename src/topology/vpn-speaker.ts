import { bgpWeights } from "../azure/bgp-weights.ts";
import { type Prefix, parsePrefix } from "../ip/index.ts";
import { isValid } from "../model/address-range.ts";
import type { EstateIndex } from "../model/estate-index.ts";
import { isReference, referenceOf } from "../model/reference.ts";
import { keyOf } from "../model/resource-id.ts";
import type { LinkId, Needs, Origination, Program, Speaker } from "../model/topology.ts";
import type { Origin } from "../source/origin.ts";
import { localOf } from "./far-gateway.ts";
import { announcedPrefixes, networkOriginations } from "./gateway-announced.ts";
import type { GatewayInstance, StandingGateway } from "./gateway-instances.ts";
import { gatewayLayerId } from "./gateway-layer.ts";
import { overLink } from "./gateway-policies.ts";
import { tags } from "./gateway-tags.ts";
import { groupsOfGateway, isWindows } from "./p2s-groups.ts";
import { rangesOfNetwork } from "./peered-ranges.ts";
import { translatedOriginations } from "./vpn-translated-networks.ts";
import { peerHostOf, type SiteTunnel, tunnelsOfInstance, writtenPrefixes } from "./vpn-tunnels.ts";
import { networkTunnelsOf } from "./vpn-vnet-to-vnet.ts";

const DEFAULT_ROUTE = "0.0.0.0/0";
const HOP = "VirtualNetworkGateway";

/** What one instance of a VPN gateway says of itself, and where it puts what it hears. */
export function vpnSpeaker(
  gateway: StandingGateway,
  instance: GatewayInstance,
  estate: EstateIndex,
): Speaker {
  const { networkKey, asn } = gateway;
  return {
    asn,
    ...(instance.bgpAddress === undefined ? {} : { routerId: instance.bgpAddress }),
    originates: [
      ...networkOriginations(networkKey, [4], estate),
      ...tunnelsOfInstance(instance.node, estate).flatMap((tunnel) => overTunnel(tunnel, gateway, estate)),
      ...toOtherNetworks(instance, estate),
      ...pools(gateway, instance, estate),
    ],
    refuses: announcedPrefixes(networkKey, estate),
    multipath: true,
    programs: programsOf(gateway, instance, estate),
  };
}

function overTunnel(
  tunnel: SiteTunnel,
  gateway: StandingGateway,
  estate: EstateIndex,
): readonly Origination[] {
  const { link, local, usesBgp } = tunnel;
  const { origin } = local.resource;
  const peer = usesBgp ? peerHostOf(local) : undefined;
  return [
    ...writtenPrefixes(tunnel).map((prefix) => via(link, prefix, tags.static, origin)),
    ...(peer ? [via(link, peer, tags.peerHost, origin)] : []),
    ...defaultSite(tunnel, gateway),
    ...(usesBgp ? translatedOriginations(tunnel, estate) : []),
  ];
}

/** Where everything goes that nothing else takes: the gateway's default site. */
function defaultSite({ link, local }: SiteTunnel, { resource }: StandingGateway): readonly Origination[] {
  const site = referenceOf(resource, "gatewayDefaultSite");
  const prefix = parsePrefix(DEFAULT_ROUTE);
  if (!isReference(site) || !prefix || keyOf(site.id) !== keyOf(local.resource.id)) return [];

  return [via(link, prefix, tags.static, site.origin)];
}

/** Without BGP a gateway knows the other network's own ranges, or those that its local network gateway says. */
function toOtherNetworks({ node }: GatewayInstance, estate: EstateIndex): readonly Origination[] {
  return networkTunnelsOf(node, estate)
    .filter(({ tunnel }) => !tunnel.usesBgp)
    .flatMap(({ tunnel, near, far }) => {
      const origin = (near.half?.resource ?? near.gateway.resource).origin;
      const local = near.half && localOf(near.half, estate);
      const ranges = local
        ? local.addressPrefixes.filter(isValid).map(({ prefix }) => prefix)
        : rangesOfNetwork(far.gateway.networkKey, estate);
      return ranges.map((prefix) => via(tunnel.link, prefix, tags.static, origin));
    });
}

function pools(
  gateway: StandingGateway,
  instance: GatewayInstance,
  estate: EstateIndex,
): readonly Origination[] {
  return groupsOfGateway(gateway.key, estate).flatMap(({ ownPool, links, origin }) => {
    const link = links[instance.index];
    return link === undefined ? [] : ownPool.map((prefix) => via(link, prefix, tags.pool, origin, []));
  });
}

function via(
  link: LinkId,
  prefix: Prefix,
  tag: string,
  origin: Origin,
  needs: Needs = [[link]],
): Origination {
  return { prefix, tag, weight: bgpWeights.value.others, via: overLink(link), needs, origin };
}

function programsOf(
  { networkKey, activeActive, key }: StandingGateway,
  { learned, bgpAddress, publicAddress }: GatewayInstance,
  estate: EstateIndex,
): readonly Program[] {
  const outside = [tags.static, tags.branch, tags.pool];
  // Recorded interfaces behind two instances have no row of a peer's own address; behind one instance they do.
  const toNetwork = activeActive ? outside : [...outside, tags.peerHost];
  const shownAs = activeActive ? bgpAddress : publicAddress;
  return [
    {
      layer: gatewayLayerId(networkKey),
      tags: toNetwork,
      nextHop: "self",
      nextHopType: HOP,
      ...(shownAs === undefined ? {} : { shownAs }),
    },
    {
      layer: learned,
      tags: [...outside, tags.peerHost, tags.circuit, tags.nva],
      nextHop: "via",
      nextHopType: HOP,
    },
    ...groupsOfGateway(key, estate).map(
      (group): Program => ({
        layer: group.learned,
        tags: isWindows(group) ? [] : [tags.branch, tags.static],
        nextHop: "self",
        nextHopType: HOP,
      }),
    ),
  ];
}
