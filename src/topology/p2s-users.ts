import { vpnClientProtocols } from "../azure/point-to-site-protocols.ts";
import { routesOfWindowsClients, usersBehindTunnels } from "../azure/transit.ts";
import { formatPrefix, parsePrefix } from "../ip/index.ts";
import { isValid, readRanges } from "../model/address-range.ts";
import type { EstateIndex } from "../model/estate-index.ts";
import { propertyOf } from "../model/properties.ts";
import type { Gap, Layer, Link, Medium, Node, Row, Table, TopologyPart } from "../model/topology.ts";
import type { TopologyReader } from "../model/topology-reader.ts";
import { isUnknown } from "../model/unknown.ts";
import { defaultLayer, learnedLayer } from "./layer.ts";
import { isWindows, type UserGroup, userGroups } from "./p2s-groups.ts";
import { refusedPool, unclearPool } from "./p2s-pool-overlaps.ts";
import { rangesOfNetwork, remoteRanges } from "./peered-ranges.ts";
import { peeringsByNetwork } from "./peering-halves.ts";
import { areDifferent, secretsOf } from "./same-secrets.ts";
import { vpnBandwidthMbps } from "./vpn-bandwidth.ts";
import { tunnelsOfInstance } from "./vpn-tunnels.ts";
import { networkTunnelsOf } from "./vpn-vnet-to-vnet.ts";

export const p2sUsers: TopologyReader = { reads: "p2sUsers", read };

function* read(estate: EstateIndex): Iterable<TopologyPart> {
  for (const group of userGroups(estate)) {
    yield nodeOf(group);
    yield tableOf(group, estate);
    for (const [index, link] of group.links.entries()) yield linkOf(group, link, index, estate);
    yield* gapsOf(group, estate);
  }
}

function nodeOf({ node, name, pool, table, origin }: UserGroup): Node {
  return {
    part: "node",
    id: node,
    name,
    role: "p2sUsers",
    prefixes: pool,
    table,
    forwarding: { does: "no", because: "a client's computer passes nothing on" },
    egress: { by: "the user's own internet access" },
    needs: [],
    origin,
  };
}

/** What the gateway tells clients: its network, those peered with it, what was added by hand, and other clients. */
function tableOf(group: UserGroup, estate: EstateIndex): Table {
  const { node, name, table, learned, gateway, origin } = group;
  const { networkKey, resource } = gateway;
  const peered = (peeringsByNetwork(estate).get(networkKey) ?? [])
    .filter(({ brokenBecause }) => brokenBecause === undefined)
    .flatMap((peering) => remoteRanges(peering, estate).map((prefix) => ({ prefix, needs: peering.needs })));
  const path = ["customRoutes", "addressPrefixes"];
  const custom = readRanges(resource, path, propertyOf(resource, ...path)).filter(isValid);
  const told = [
    ...rangesOfNetwork(networkKey, estate).map((prefix) => ({ prefix, needs: [] })),
    ...peered,
    ...custom.map(({ prefix }) => ({ prefix, needs: [] })),
    ...group.pool.map((prefix) => ({ prefix, needs: [] })),
  ];
  const rows = told.flatMap(({ prefix, needs }) =>
    group.links.map(
      (link): Row => ({
        prefix,
        nextHop: { to: "link", link },
        nextHopType: "VirtualNetworkGateway",
        nextHopIpAddresses: [],
        needs: [...needs, [link]],
        origin,
      }),
    ),
  );
  return {
    part: "table",
    id: table,
    name,
    layers: [
      defaultLayer(`${node}/told`, rows, { shields: false }),
      { ...learnedLayer(learned), yields: false },
      outwards(group),
    ],
    origin,
  };
}

function outwards({ node, origin }: UserGroup): Layer {
  const rows = ["0.0.0.0/0", "::/0"].flatMap((text): Row[] => {
    const prefix = parsePrefix(text);
    if (!prefix) return [];
    return [
      {
        prefix,
        nextHop: { to: "internet" },
        nextHopType: "Internet",
        nextHopIpAddresses: [],
        needs: [],
        origin,
      },
    ];
  });
  // Below what the gateway tells, which may be everything.
  return { ...defaultLayer(`${node}/internet`, rows, { shields: false }), rank: 0 };
}

function linkOf(group: UserGroup, id: string, index: number, estate: EstateIndex): Link {
  const { node, name, table, gateway, configuration, origin } = group;
  const instance = gateway.instances[index];
  const { medium, protocol } = protocolOf(configuration.protocols);
  const end = { sends: true, acceptsForwarded: true, origin };
  const broken = refusedPool(group, estate) ?? strangers(group, estate);
  return {
    part: "link",
    id,
    name: gateway.activeActive ? `${name}, instance ${index}` : name,
    medium,
    ends: [
      { ...end, node: instance?.node ?? gateway.key, arrivalTable: instance?.table ?? table },
      { ...end, node },
    ],
    encryptedBy: vpnClientProtocols.value[protocol]?.transport ?? protocol,
    crossesInternet: true,
    ...vpnBandwidthMbps(gateway.gateway),
    ...(broken === undefined ? {} : { brokenBecause: broken }),
    needs: [],
    origin,
  };
}

/** Of users and their gateway the key is that of the root which their certificates are by. */
function strangers({ node, name, gateway }: UserGroup, estate: EstateIndex): string | undefined {
  return areDifferent(secretsOf([gateway.key], [node], estate))
    ? `the certificates of ${name} are by another root than those that ${gateway.name} trusts`
    : undefined;
}

const MEDIA: readonly { readonly protocol: string; readonly medium: Medium }[] = [
  { protocol: "OpenVPN", medium: "openvpn" },
  { protocol: "IkeV2", medium: "ikev2" },
  { protocol: "SSTP", medium: "sstp" },
];

/** The first of those that the gateway offers. */
function protocolOf(offered: readonly string[] | undefined) {
  const found = MEDIA.find(({ protocol }) => offered?.includes(protocol));
  return found ?? { protocol: "OpenVPN", medium: "openvpn" as const };
}

function* gapsOf(group: UserGroup, estate: EstateIndex): Iterable<Gap> {
  const { node, name, pool, ownPool, links, gateway, configuration, origin } = group;
  const gap = (kind: Gap["kind"], because: string, ...about: readonly string[]): Gap => ({
    part: "gap",
    kind,
    about: [node, ...about],
    because,
    origin,
  });
  if (configuration.protocols === undefined)
    yield gap("assumed", `nobody says how ${name} connect: OpenVPN is taken`);
  if (isUnknown(propertyOf(gateway.resource, "customRoutes")))
    yield gap(
      "assumed",
      `the custom routes of ${gateway.name} are not known: ${name} are taken to be told none`,
    );
  if (pool.length > ownPool.length) {
    const shared = pool.filter((prefix) => !ownPool.includes(prefix)).map(formatPrefix);
    yield gap(
      "notModelled",
      `${name} share ${shared.join(" and ")} with others of ${gateway.name}: what is sent there is followed to those`,
      ...links,
    );
  }
  const unclear = unclearPool(group, estate);
  if (unclear !== undefined) yield gap("notModelled", unclear, ...links);
  if (!hearsOthers(group, estate)) return;
  yield gap(
    "assumed",
    isWindows(group)
      ? `${name} run Windows and have no routes to what is behind other tunnels of ${gateway.name}. ${routesOfWindowsClients.value}`
      : `${name} have the routes of ${gateway.name}: ${usersBehindTunnels.value}`,
  );
}

/** Whether a tunnel of the gateway runs BGP: then there is more than its network to reach. */
function hearsOthers({ gateway }: UserGroup, estate: EstateIndex): boolean {
  return gateway.instances.some(
    ({ node }) =>
      tunnelsOfInstance(node, estate).some(({ usesBgp }) => usesBgp) ||
      networkTunnelsOf(node, estate).some(({ tunnel }) => tunnel.usesBgp),
  );
}
