import { bgpWeights } from "../azure/bgp-weights.ts";
import { equals, formatPrefix, hostPrefix, type Prefix, parseAddress, parsePrefix } from "../ip/index.ts";
import type { EstateIndex } from "../model/estate-index.ts";
import { networkOfSubnet } from "../model/ip-configurations.ts";
import type { NextHop, Origination, Speaker } from "../model/topology.ts";
import { announcedBy } from "./gateway-announced.ts";
import { overLink } from "./gateway-policies.ts";
import { tags } from "./gateway-tags.ts";
import { translatedPrefix } from "./nat-rules.ts";
import type { SiteDevice, SitePlace } from "./site-places.ts";
import { weightOfTunnel } from "./site-weights.ts";
import { type SiteTunnel, tunnelsOfDevice } from "./vpn-tunnels.ts";

/** A device without BGP speaks too, for it has routes of its own: with no session it tells them to nobody. */
export function speakerOfDevice(device: SiteDevice, place: SitePlace, estate: EstateIndex): Speaker {
  const tunnels = tunnelsOfDevice(device.node, estate);
  const isRemembered = device.appliance === undefined && !place.isPlayed;
  const program = { tags: [tags.azure], nextHopType: "Tunnel" };
  return {
    asn: asnOf(device, tunnels),
    ...(device.routerId === undefined ? {} : { routerId: device.routerId }),
    originates: [
      ...ownOriginations(device, place, tunnels),
      ...tunnels.flatMap((tunnel) => staticReturns(tunnel, estate)),
    ],
    refuses: [...place.prefixes, ...ownHosts(device, tunnels)],
    multipath: true,
    programs: [
      { layer: device.learned, nextHop: "via", ...program },
      ...(isRemembered ? [{ layer: place.learned, nextHop: "self" as const, ...program }] : []),
    ],
  };
}

/** Its own, else what Azure is told of it; 0, which nobody has, where no session needs one. */
function asnOf({ asn, appliance }: SiteDevice, tunnels: readonly SiteTunnel[]): number {
  const told = tunnels.find(({ usesBgp }) => usesBgp)?.local.asn;
  return asn ?? told ?? appliance?.appliance.bgpSettings?.asn ?? 0;
}

/** Whatever it tells any of its neighbours: each session has its own list. */
function ownOriginations(
  device: SiteDevice,
  place: SitePlace,
  tunnels: readonly SiteTunnel[],
): readonly Origination[] {
  const told = [
    ...tunnels.flatMap(({ terms }) => terms?.advertises ?? []),
    ...(device.appliance?.appliance.bgpSettings?.advertises ?? []),
  ].flatMap((text) => parsePrefix(text) ?? []);
  const translated = tunnels
    .filter(({ translations }) => translations.ofSite.length > 0)
    .flatMap(({ translations }) =>
      [...place.prefixes, ...told].map((prefix) => translatedPrefix(prefix, translations.ofSite)),
    );
  return distinct([...place.prefixes, ...told, ...translated]).map((prefix) => ({
    prefix,
    tag: tags.site,
    weight: bgpWeights.value.others,
    via: inside(device, place),
    needs: [],
    origin: device.origin,
  }));
}

function inside({ appliance }: SiteDevice, { node }: SitePlace): NextHop {
  const network = appliance && networkOfSubnet(appliance.subnetId);
  return { to: "members", network: network ?? node };
}

function distinct(prefixes: readonly Prefix[]): readonly Prefix[] {
  return [...new Map(prefixes.map((prefix) => [formatPrefix(prefix), prefix])).values()];
}

/**
 * Without BGP somebody wrote the way back into the device: it is taken to be
 * the network and its spokes. Of client
 * VPN users nobody there has heard: Microsoft's page says both that they reach such a site and that they do not.
 */
function staticReturns(tunnel: SiteTunnel, estate: EstateIndex): readonly Origination[] {
  const { gateway, terms, usesBgp, translations } = tunnel;
  const written = terms?.staticRoutes?.flatMap((text) => parsePrefix(text) ?? []);
  const networks = announcedBy(gateway.networkKey, estate).filter(({ prefix }) => prefix.family === 4);
  const taken = usesBgp
    ? []
    : networks.map(({ prefix, needs }) => ({
        prefix: translatedPrefix(prefix, translations.ofNetwork),
        needs,
      }));
  const routes = written?.map((prefix) => ({ prefix, needs: [] })) ?? taken;
  return routes.map(({ prefix, needs }) => ({
    prefix,
    tag: tags.azure,
    weight: weightOfTunnel(terms),
    via: overLink(tunnel.link),
    needs: [...needs, [tunnel.link]],
    origin: tunnel.far.device.origin,
  }));
}

/** The addresses that it speaks from come back from Azure, which tells them to the devices of others. */
function ownHosts({ addresses }: SiteDevice, tunnels: readonly SiteTunnel[]): readonly Prefix[] {
  const texts = [...addresses, ...tunnels.map(({ local }) => local.bgpPeeringAddress?.text ?? "")];
  const hosts = texts.flatMap((text) => {
    const address = parseAddress(text);
    return address ? [hostPrefix(address)] : [];
  });
  return hosts.filter((host, index) => hosts.findIndex((other) => equals(other, host)) === index);
}
