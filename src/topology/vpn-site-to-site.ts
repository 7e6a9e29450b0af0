import { maxPrefixesPerBgpPeer, vpnGatewayBgpTimers } from "../azure/vpn-gateway-bgp.ts";
import { parsePrefix } from "../ip/index.ts";
import type { EstateIndex } from "../model/estate-index.ts";
import { ipsecPolicyOf } from "../model/ipsec-policy.ts";
import { propertyOf, textOf } from "../model/properties.ts";
import type { ResourceId } from "../model/resource.ts";
import { keyOf } from "../model/resource-id.ts";
import type { Learns, Link, LinkEnd, Needs, Sends, Session, SessionEnd } from "../model/topology.ts";
import { announcedPrefixes } from "./gateway-announced.ts";
import { learns, onlyThese, overLink, sends } from "./gateway-policies.ts";
import { tags } from "./gateway-tags.ts";
import { translatedPrefix } from "./nat-rules.ts";
import { joinsBranches, tunnelWeight } from "./route-server-choice.ts";
import { areDifferent, secretsOf } from "./same-secrets.ts";
import { weightOfTunnel } from "./site-weights.ts";
import { vpnBandwidthMbps } from "./vpn-bandwidth.ts";
import { bandwidthBelow, pathBelow } from "./vpn-private-path.ts";
import { isWhollyTranslated, translatedTag } from "./vpn-translated-networks.ts";
import type { SiteTunnel } from "./vpn-tunnels.ts";

/** What travels inside, or outside, a circuit: the tunnel itself and the session in it, if it has one. */
export function* partsOfSiteTunnel(tunnel: SiteTunnel, estate: EstateIndex): Iterable<Link | Session> {
  yield linkOf(tunnel, estate);
  if (tunnel.usesBgp) yield sessionOf(tunnel, estate);
}

function linkOf(tunnel: SiteTunnel, estate: EstateIndex): Link {
  const { link, connection, gateway, instance, far, isPrivate, translations } = tunnel;
  const { resource, name } = connection;
  const secrets = secretsOfTunnel(tunnel, estate);
  const broken = brokenBecause(tunnel, secrets);
  const { roundTripMs } = far.place;
  return {
    part: "link",
    id: link,
    name: gateway.activeActive ? `${name}, instance ${instance.index}` : name,
    medium: "ipsec",
    ends: [
      { ...open(instance.node, instance.table, tunnel, secrets?.[0]), ...translated(translations.ofNetwork) },
      {
        ...open(far.device.node, far.device.table, tunnel, secrets?.[1]),
        ...translated(translations.ofSite),
      },
    ],
    encryptedBy: "IPsec",
    crossesInternet: !isPrivate,
    ...bandwidthOf(tunnel, estate),
    ...(roundTripMs === undefined ? {} : { roundTripMs }),
    ...(broken === undefined ? {} : { brokenBecause: broken }),
    needs: [[keyOf(resource.id)], ...(isPrivate ? pathBelow(tunnel, estate) : [])] satisfies Needs,
    origin: resource.origin,
  };
}

/** Over a circuit no more than the widest that it may run over. */
function bandwidthOf(tunnel: SiteTunnel, estate: EstateIndex): Pick<Link, "bandwidthMbps"> {
  const own = vpnBandwidthMbps(tunnel.gateway.gateway);
  const below = tunnel.isPrivate ? bandwidthBelow(tunnel, estate) : undefined;
  return below === undefined ? own : { bandwidthMbps: Math.min(own.bandwidthMbps ?? below, below) };
}

function open(
  node: string,
  arrivalTable: string,
  { connection }: SiteTunnel,
  secret: string | undefined,
): LinkEnd {
  const ipsecPolicy = ipsecPolicyOf(connection.resource);
  return {
    node,
    arrivalTable,
    sends: true,
    acceptsForwarded: true,
    ...(secret === undefined ? {} : { secret }),
    ...(ipsecPolicy === undefined ? {} : { ipsecPolicy }),
    origin: connection.resource.origin,
  };
}

function translated(translations: LinkEnd["translations"] = []): Pick<LinkEnd, "translations"> {
  return translations.length === 0 ? {} : { translations };
}

/** The device's key may be told of it, or of its site, where all have one. */
function secretsOfTunnel({ connection, far }: SiteTunnel, estate: EstateIndex) {
  return secretsOf([connection.resource.id], [far.device.node, far.place.node], estate);
}

function brokenBecause(
  { connection, instance, far, isMissing }: SiteTunnel,
  secrets: readonly [string, string] | undefined,
): string | undefined {
  if (isReportedDown(connection.resource)) return `Azure reports ${connection.name} as NotConnected`;
  if (isMissing) return `${far.device.name} has no tunnel to instance ${instance.index}`;
  return areDifferent(secrets)
    ? `${connection.name} and ${far.device.name} have different shared keys`
    : undefined;
}

/** What Azure said of it when it was asked. */
export function isReportedDown(resource: Parameters<typeof propertyOf>[0]): boolean {
  return textOf(propertyOf(resource, "connectionStatus"))?.toLowerCase() === "notconnected";
}

function sessionOf(tunnel: SiteTunnel, estate: EstateIndex): Session {
  const { link, connection, local, far } = tunnel;
  const own = far.device.asn;
  const isWrong = own !== undefined && local.asn !== undefined && own !== local.asn;
  return {
    part: "session",
    id: `${link}/bgp`,
    ends: [gatewayEnd(tunnel, estate), deviceEnd(tunnel)],
    holdSeconds: vpnGatewayBgpTimers.value.holdSeconds,
    ...(isWrong
      ? { brokenBecause: `${local.name} says AS ${local.asn}, and ${far.device.name} speaks as AS ${own}` }
      : {}),
    needs: [[link]],
    origin: connection.resource.origin,
  };
}

function gatewayEnd(tunnel: SiteTunnel, estate: EstateIndex): SessionEnd {
  const { link, connection, gateway, instance, translations } = tunnel;
  const isHidden = isWhollyTranslated(announcedPrefixes(gateway.networkKey, estate), translations.ofNetwork);
  const extra = translations.ofNetwork.length > 0 ? [translatedTag(keyOf(connection.resource.id))] : [];
  return {
    node: instance.node,
    ...(instance.bgpAddress === undefined ? {} : { address: instance.bgpAddress }),
    ...(tunnel.local.asn === undefined ? {} : { expectsAsn: tunnel.local.asn }),
    via: overLink(link),
    learns: learnsOverTunnel(gateway.networkKey, estate),
    sends: {
      ...sendsOverTunnel(gateway.networkKey, estate),
      tags: [
        ...tagsOverTunnel(gateway.networkKey, estate).filter((tag) => !isHidden || tag !== tags.network),
        ...extra,
      ],
    },
  };
}

export function learnsOverTunnel(networkKey: ResourceId, estate: EstateIndex): Learns {
  const routes = maxPrefixesPerBgpPeer.value;
  return learns(tunnelWeight(networkKey, estate), {
    tag: tags.branch,
    limit: { routes, because: `a VPN gateway takes ${routes} prefixes of one peer` },
  });
}

/** A default route is never passed on from one peer to the others. */
export function sendsOverTunnel(networkKey: ResourceId, estate: EstateIndex): Sends {
  return sends(tagsOverTunnel(networkKey, estate), { exceptDefaultRoute: true });
}

function tagsOverTunnel(networkKey: ResourceId, estate: EstateIndex): readonly string[] {
  const own = [tags.network, tags.static, tags.peerHost, tags.branch, tags.pool];
  return joinsBranches(networkKey, estate) ? [...own, tags.circuit, tags.nva] : own;
}

function deviceEnd({ link, local, far, terms, translations }: SiteTunnel): SessionEnd {
  const advertised = terms?.advertises?.flatMap((text) => parsePrefix(text) ?? []);
  const own = advertised ?? far.place.prefixes;
  const address = local.bgpPeeringAddress?.text ?? far.device.routerId;
  return {
    node: far.device.node,
    ...(address === undefined ? {} : { address }),
    via: overLink(link),
    learns: learns(far.device.appliance ? 0 : weightOfTunnel(terms), {
      tag: tags.azure,
      ...(terms?.localPreference === undefined ? {} : { localPreference: terms.localPreference }),
      ...(terms?.onlyAsPath === undefined ? {} : { onlyAsPath: terms.onlyAsPath }),
    }),
    sends: sends([tags.site], {
      families: [4, 6],
      prepend: terms?.prepend ?? 0,
      ...onlyThese(own.map((prefix) => translatedPrefix(prefix, translations.ofSite))),
    }),
  };
}
