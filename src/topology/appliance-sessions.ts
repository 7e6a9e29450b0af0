import { bgpWeights } from "../azure/bgp-weights.ts";
import { routeServerBgp } from "../azure/route-server.ts";
import { type Address, formatAddress, parseAddress, parsePrefix } from "../ip/index.ts";
import type { ApplianceBgpSettings } from "../model/estate.ts";
import type { EstateIndex } from "../model/estate-index.ts";
import { allNetworkInterfaces } from "../model/network-interface.ts";
import { numberOf } from "../model/number-of.ts";
import { propertyOf, textOf } from "../model/properties.ts";
import type { Resource, ResourceId } from "../model/resource.ts";
import { keyOf } from "../model/resource-id.ts";
import type { RouteServer } from "../model/route-server.ts";
import type { NextHop, Node, NodeId, Session, TopologyPart } from "../model/topology.ts";
import { deviceApplianceAt } from "./device-appliances.ts";
import { notModelled } from "./gap.ts";
import { learns, onlyThese, sends } from "./gateway-policies.ts";
import { tags } from "./gateway-tags.ts";
import { perEstate } from "./per-estate.ts";
import { placementIn } from "./placement.ts";
import { isJoining, tunnelWeight } from "./route-server-choice.ts";
import type { RouteServerInstance } from "./route-servers.ts";

const BGP_CONNECTION = "Microsoft.Network/virtualHubs/bgpConnections";

/** What an appliance speaks with: itself where it is a site's device, else a speaker of its own beside its interface. */
interface Peer {
  readonly node: NodeId;
  readonly address: Address;
  readonly text: string;
  readonly asn: number;
  readonly settings: ApplianceBgpSettings | undefined;
  /** Where what it has learned sends its own packets. */
  readonly via: NextHop;
  readonly networkInterface: ResourceId | undefined;
  readonly isDevice: boolean;
}

export function* sessionsWithAppliances(
  server: RouteServer,
  networkKey: ResourceId,
  instances: readonly RouteServerInstance[],
  estate: EstateIndex,
): Iterable<TopologyPart> {
  for (const connection of estate.childrenOf(server.resource, BGP_CONNECTION)) {
    const peer = peerOf(connection, networkKey, estate);
    if (!peer) {
      yield notModelled(connection, `the address or the ASN that ${connection.name} leads to is not known`);
      continue;
    }
    if (!peer.isDevice) yield nodeOf(connection, peer, networkKey, estate);
    if (!peer.settings && !peer.isDevice)
      yield notModelled(
        connection,
        `what the appliance at ${peer.text} tells ${server.name} is not in the estate`,
      );
    for (const instance of instances) yield sessionOf(server, networkKey, connection, instance, peer, estate);
  }
}

function peerOf(connection: Resource, networkKey: ResourceId, estate: EstateIndex): Peer | undefined {
  const text = textOf(propertyOf(connection, "peerIp"));
  const address = parseAddress(text ?? "");
  const asn = numberOf(propertyOf(connection, "peerAsn"));
  if (text === undefined || !address || asn === undefined) return undefined;

  const networkInterface = interfacesByAddress(estate).get(formatAddress(address));
  const device = networkInterface === undefined ? undefined : deviceApplianceAt(networkInterface, estate);
  const settings = networkInterface === undefined ? undefined : settingsAt(estate).get(networkInterface);
  return {
    node: device?.node ?? `${networkInterface ?? keyOf(connection.id)}#bgp`,
    address,
    text,
    asn,
    settings,
    via: device
      ? { to: "table", table: `${keyOf(device.subnetId)}/routes` }
      : { to: "members", network: networkKey },
    networkInterface,
    isDevice: device !== undefined,
  };
}

/** Two networks that are not joined may have one address twice: a Route Server's peers are in or near its own. */
const interfacesByAddress = perEstate(
  (estate) =>
    new Map(
      allNetworkInterfaces(estate).flatMap(({ resource, ipConfigurations }) =>
        ipConfigurations.flatMap(({ privateIPAddress }) =>
          privateIPAddress?.address
            ? [[formatAddress(privateIPAddress.address), keyOf(resource.id)] as const]
            : [],
        ),
      ),
    ),
);

const settingsAt = perEstate(
  ({ estate }) =>
    new Map(
      estate.appliances.flatMap(({ resource, bgpSettings }) =>
        bgpSettings ? [[keyOf(resource), bgpSettings] as const] : [],
      ),
    ),
);

function nodeOf(connection: Resource, peer: Peer, networkKey: ResourceId, estate: EstateIndex): Node {
  const { node, text, asn, settings, via, networkInterface } = peer;
  const placement = placementIn(networkKey, estate);
  return {
    part: "node",
    id: node,
    name: `BGP of ${networkInterface === undefined ? text : (estate.find(networkInterface)?.name ?? text)}`,
    role: "networkInterface",
    ...placement,
    needs: [...placement.needs, ...(networkInterface === undefined ? [] : [[networkInterface]])],
    prefixes: [],
    forwarding: { does: "no", because: "packets meet its network interface" },
    speaker: {
      asn,
      routerId: text,
      originates: (settings?.advertises ?? []).flatMap((range) => {
        const prefix = parsePrefix(range);
        const weight = bgpWeights.value.others;
        return prefix ? [{ prefix, tag: tags.site, weight, via, needs: [], origin: connection.origin }] : [];
      }),
      refuses: [],
      multipath: true,
      programs: [],
    },
    origin: connection.origin,
  };
}

function sessionOf(
  server: RouteServer,
  networkKey: ResourceId,
  connection: Resource,
  instance: RouteServerInstance,
  { node, address, text, settings, via }: Peer,
  estate: EstateIndex,
): Session {
  const routes = routeServerBgp.value.maxRoutesPerPeer;
  const passedOn = isJoining(server) ? [tags.circuit, tags.branch, tags.static] : [];
  const advertised = settings?.advertises.flatMap((range) => parsePrefix(range) ?? []);
  return {
    part: "session",
    id: `${keyOf(connection.id)}#${instance.index}/bgp`,
    ends: [
      {
        node: instance.node,
        ...(instance.address === undefined ? {} : { address: instance.address }),
        via: { to: "addresses", addresses: [address] },
        shownAs: text,
        learns: learns(tunnelWeight(networkKey, estate), {
          tag: tags.nva,
          limit: { routes, because: `a Route Server takes ${routes} routes of one peer` },
        }),
        sends: sends([tags.network, tags.nva, ...passedOn]),
      },
      {
        node,
        address: text,
        via,
        learns: learns(0, {
          tag: tags.azure,
          ...(settings?.localPreference === undefined ? {} : { localPreference: settings.localPreference }),
          ...(settings?.onlyAsPath === undefined ? {} : { onlyAsPath: settings.onlyAsPath }),
        }),
        sends: sends([tags.site], { prepend: settings?.prepend ?? 0, ...onlyThese(advertised) }),
      },
    ],
    needs: [[keyOf(connection.id)]],
    origin: connection.origin,
  };
}
