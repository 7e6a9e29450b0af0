import { formatAddress, type Prefix, parseAddress, parsePrefix } from "../ip/index.ts";
import { isValid } from "../model/address-range.ts";
import type { Site, VpnDevice } from "../model/estate.ts";
import type { EstateIndex } from "../model/estate-index.ts";
import { connectionsTo } from "../model/gateway-connection.ts";
import { allLocalNetworkGateways, type LocalNetworkGateway } from "../model/local-network-gateway.ts";
import { keyOf } from "../model/resource-id.ts";
import type { LayerId, NodeId, TableId } from "../model/topology.ts";
import type { Origin } from "../source/origin.ts";
import { type DeviceAppliance, deviceApplianceOf, deviceNodeId, siteNodeId } from "./device-appliances.ts";
import { farGateway } from "./far-gateway.ts";
import { perEstate } from "./per-estate.ts";
import { type DeviceFinder, deviceFinder } from "./site-device-finder.ts";

/** Somewhere outside Azure: a companion of the estate, or what local network gateways tell of a place without one. */
export interface SitePlace {
  readonly node: NodeId;
  readonly name: string;
  readonly prefixes: readonly Prefix[];
  readonly table: TableId;
  readonly learned: LayerId;
  readonly roundTripMs?: number;
  readonly origin: Origin;
  readonly devices: readonly SiteDevice[];
  /** Absent where the estate has the site itself. */
  readonly madeOf?: readonly LocalNetworkGateway[];
  /** A virtual network plays it, with appliances for devices: then the network is its node. */
  readonly isPlayed: boolean;
}

export interface SiteDevice {
  readonly node: NodeId;
  readonly name: string;
  readonly table: TableId;
  readonly learned: LayerId;
  readonly asn?: number;
  /** Its own, as texts: those that are no addresses are left out. */
  readonly addresses: readonly string[];
  readonly routerId?: string;
  readonly companion?: VpnDevice;
  readonly appliance?: DeviceAppliance;
  readonly origin: Origin;
}

/** A device, and the site that it stands in. */
export interface PlacedDevice {
  readonly device: SiteDevice;
  readonly place: SitePlace;
}

export const sitePlaces = perEstate((estate): readonly SitePlace[] => [
  ...companions(estate),
  ...madePlaces(estate),
]);

const companions = perEstate((estate): readonly SitePlace[] =>
  estate.estate.sites.map((site) => placeOf(site, estate)),
);

const companionDevices = perEstate(
  (estate) =>
    new Map(
      companions(estate).flatMap((place) =>
        place.devices.map((device) => [device.companion, { device, place }] as const),
      ),
    ),
);

const finder = perEstate((estate): DeviceFinder => deviceFinder(estate));

const byLocalGateway = perEstate(
  (estate) =>
    new Map(
      madePlaces(estate).flatMap((place) =>
        (place.madeOf ?? []).flatMap((local, index) => {
          const device = place.devices[index];
          return device ? [[keyOf(local.resource.id), { device, place }] as const] : [];
        }),
      ),
    ),
);

/** Where a tunnel to this local network gateway ends. */
export function placedDevice(
  connection: string,
  local: LocalNetworkGateway,
  estate: EstateIndex,
): PlacedDevice | undefined {
  const companion = finder(estate)(connection, local);
  return companion
    ? companionDevices(estate).get(companion)
    : byLocalGateway(estate).get(keyOf(local.resource.id));
}

export function placeNamed(name: string, estate: EstateIndex): SitePlace | undefined {
  return byName(estate).get(name.toLowerCase());
}

const byName = perEstate(
  (estate) => new Map(companions(estate).map((place) => [place.name.toLowerCase(), place])),
);

function placeOf(site: Site, estate: EstateIndex): SitePlace {
  const node = siteNodeId(site.name);
  const devices = site.vpnDevices.map((device) => deviceOf(node, device, estate));
  return {
    ...ids(node),
    name: site.name,
    prefixes: site.addressPrefixes.flatMap((text) => parsePrefix(text) ?? []),
    ...(site.roundTripMs === undefined ? {} : { roundTripMs: site.roundTripMs }),
    origin: site.origin,
    devices,
    isPlayed: devices.length > 0 && devices.every(({ appliance }) => appliance !== undefined),
  };
}

function deviceOf(site: NodeId, device: VpnDevice, estate: EstateIndex): SiteDevice {
  const { name, publicIpAddress, privateIpAddress, bgpPeeringAddress, asn, origin } = device;
  const appliance = deviceApplianceOf(device, estate);
  const publicAddress = typeof publicIpAddress === "string" ? publicIpAddress : undefined;
  return {
    ...ids(deviceNodeId(site, name)),
    name,
    ...(asn === undefined ? {} : { asn }),
    addresses: addressesIn([publicAddress, privateIpAddress, bgpPeeringAddress]),
    ...(bgpPeeringAddress === undefined ? {} : { routerId: bgpPeeringAddress }),
    companion: device,
    ...(appliance ? { appliance } : {}),
    origin,
  };
}

function ids(node: NodeId): { node: NodeId; table: TableId; learned: LayerId } {
  return { node, table: `${node}/routes`, learned: `${node}/learned` };
}

/** Local network gateways with the same ranges are taken for devices of one place. */
const madePlaces = perEstate((estate): readonly SitePlace[] => {
  const groups = new Map<string, LocalNetworkGateway[]>();
  for (const local of allLocalNetworkGateways(estate)) {
    const isMissing = connectionsTo(local.resource, estate).some(
      (connection) =>
        farGateway(connection, estate) === undefined &&
        finder(estate)(keyOf(connection.resource.id), local) === undefined,
    );
    if (!isMissing) continue;

    const ranges = local.addressPrefixes.map(({ text }) => text).sort();
    const key = ranges.length === 0 ? keyOf(local.resource.id) : ranges.join(" ");
    const group = groups.get(key);
    if (group) group.push(local);
    else groups.set(key, [local]);
  }
  const taken = new Set(companions(estate).map(({ node }) => node));
  return [...groups.values()].map((locals) => madePlace(locals, taken));
});

function madePlace(locals: readonly LocalNetworkGateway[], taken: Set<NodeId>): SitePlace {
  const [first] = locals;
  if (!first) throw new Error("a site is made of at least one local network gateway");

  const short = siteNodeId(first.name);
  const node = taken.has(short) ? siteNodeId(keyOf(first.resource.id)) : short;
  taken.add(node);
  const peers = new Set(locals.flatMap(({ bgpPeeringAddress }) => hostText(bgpPeeringAddress?.text) ?? []));
  return {
    ...ids(node),
    name: first.name,
    prefixes: first.addressPrefixes
      .filter(isValid)
      .filter(({ text }) => !peers.has(text))
      .map(({ prefix }) => prefix),
    origin: first.resource.origin,
    devices: locals.map((local, index) => madeDevice(node, local, index)),
    madeOf: locals,
    isPlayed: false,
  };
}

function madeDevice(site: NodeId, local: LocalNetworkGateway, index: number): SiteDevice {
  const { name, asn, gatewayIpAddress, bgpPeeringAddress, resource } = local;
  return {
    ...ids(deviceNodeId(site, index === 0 ? name : `${name}#${index}`)),
    name,
    ...(asn === undefined ? {} : { asn }),
    addresses: addressesIn([gatewayIpAddress?.text, bgpPeeringAddress?.text]),
    ...(bgpPeeringAddress === undefined ? {} : { routerId: bgpPeeringAddress.text }),
    origin: resource.origin,
  };
}

function hostText(text: string | undefined): string | undefined {
  const address = parseAddress(text ?? "");
  return address && `${formatAddress(address)}/32`;
}

function addressesIn(texts: readonly (string | undefined)[]): readonly string[] {
  return [...new Set(texts)].flatMap((text) =>
    text !== undefined && parseAddress(text) !== undefined ? [text] : [],
  );
}
