import type { JsonObject } from "../../src/source/document.ts";
import { gatewayAddressOf, localNetworkGatewaysOf, nicsOf } from "./lab-addresses.ts";
import { instanceAddresses, isVpn } from "./lab-gateways.ts";
import { flagAt, type LabObject, numberAt, objectAt, objectsAt, same, textAt, textsAt } from "./lab-json.ts";
import { said } from "./lab-networks.ts";

/** What ARM cannot say, in the file form of an estate. */
export function companions(lab: LabObject, scope: string): JsonObject {
  return {
    sites: objectsAt(lab, "sites").map((site) => siteOf(site, lab)),
    providerRouters: objectsAt(lab, "providerRouters").map((router) => providerRouter(router, lab)),
    p2sUsers: objectsAt(lab, "p2sUsers").map((users) => ({
      name: textAt(users, "name") ?? "users",
      count: numberAt(users, "count") ?? 1,
      maxConcurrent: numberAt(users, "count") ?? 1,
      vpnClientAddressPool: textsAt(users, "vpnClientAddressPool"),
    })),
    appliances: appliances(lab),
    observed: observations(lab, scope),
    sameSecrets: sameSecrets(lab),
  };
}

function siteOf(site: LabObject, lab: LabObject): JsonObject {
  // Where a virtual network plays the site its addresses are the network's, and are not there twice.
  const played = textAt(site, "virtualNetwork") !== undefined;
  return said({
    name: textAt(site, "name") ?? "",
    addressPrefixes: played ? [] : textsAt(site, "prefixes"),
    vpnDevices: objectsAt(site, "devices").map((device) => vpnDevice(device, site, lab)),
    roundTripMs: numberAt(site, "roundTripMs"),
  });
}

function vpnDevice(device: LabObject, site: LabObject, lab: LabObject): JsonObject {
  const name = textAt(device, "name") ?? "";
  const own = new Set(objectsAt(device, "nics").flatMap((nic) => textAt(nic, "address") ?? []));
  const far = localNetworkGatewaysOf(device, site, lab);
  const addresses = far.map((gateway) => gatewayAddressOf(gateway, lab));
  return said({
    name,
    publicIpAddress: addresses.find((address) => !own.has(address)) ?? textAt(device, "publicIpAddress"),
    privateIpAddress: addresses.find((address) => own.has(address)),
    asn: numberAt(device, "asn"),
    bgpPeeringAddress: textAt(device, "loopback") ?? textAt(device, "routerId"),
    appliance: textAt(site, "virtualNetwork") === undefined ? undefined : name,
    tunnels: far.flatMap((gateway) => tunnelsTo(gateway, device, lab)),
  });
}

function tunnelsTo(localNetworkGateway: LabObject, device: LabObject, lab: LabObject): readonly JsonObject[] {
  const connections = objectsAt(lab, "connections").filter((connection) =>
    same(textAt(connection, "peer"), textAt(localNetworkGateway, "name")),
  );
  return connections.flatMap((connection) => {
    const gateway = textAt(connection, "gateway");
    const tunnels = objectsAt(device, "tunnels").filter((tunnel) =>
      same(textAt(tunnel, "remoteGateway")?.split("/")[0], gateway),
    );
    const gatewayConnection = `connections/${textAt(connection, "name") ?? ""}`;
    if (tunnels.length === 0) return [said({ gatewayConnection, ...told(device) })];
    return tunnels.map((tunnel) => tunnelOf(tunnel, gatewayConnection, device, lab));
  });
}

function tunnelOf(
  tunnel: LabObject,
  gatewayConnection: string,
  device: LabObject,
  lab: LabObject,
): JsonObject {
  const session = objectsAt(device, "bgpSessions").find((session) =>
    same(textAt(session, "neighbor"), textAt(tunnel, "remoteBgpAddress")),
  );
  const statics = objectsAt(device, "staticRoutes")
    .filter((route) => same(textAt(route, "via"), textAt(tunnel, "interface")))
    .flatMap((route) => textAt(route, "prefix") ?? []);
  return said({
    gatewayConnection,
    instance: instanceOf(tunnel, lab),
    ...told(device),
    ...(session ? policy(session) : {}),
    ...(statics.length === 0 ? {} : { staticRoutes: statics }),
  });
}

function told(device: LabObject): JsonObject {
  return Array.isArray(device["advertises"]) ? { advertises: textsAt(device, "advertises") } : {};
}

/** `hub-gateway/instance1`: its place among that gateway's instances. */
function instanceOf(tunnel: LabObject, lab: LabObject): number | undefined {
  const [gatewayName, instanceName] = (textAt(tunnel, "remoteGateway") ?? "").split("/");
  const gateway = objectsAt(lab, "gateways").find((candidate) =>
    same(textAt(candidate, "name"), gatewayName),
  );
  const index = gateway
    ? objectsAt(gateway, "instances").findIndex((instance) => same(textAt(instance, "name"), instanceName))
    : -1;
  return index < 0 ? undefined : index;
}

/** How a session of a device or an appliance is told apart from any other. */
function policy(session: LabObject): JsonObject {
  const [incoming, outgoing] = [objectAt(session, "in"), objectAt(session, "out")];
  const pattern = textAt(incoming, "matchAsPath");
  return said({
    prepend: numberAt(outgoing, "prependTimes"),
    localPreference: numberAt(incoming, "localPreference"),
    // A route map that ends without a match denies; one that lets the others pass takes everything.
    onlyAsPath:
      pattern === undefined || same(textAt(incoming, "others"), "permitted")
        ? undefined
        : withBlanks(pattern),
  });
}

/** FRRouting's `_` stands for the blank between two numbers, and for the ends. */
function withBlanks(pattern: string): string {
  return pattern.replace(/^\^?_/, "^").replace(/_\$?$/, "$").replaceAll("_", " ");
}

function providerRouter(router: LabObject, lab: LabObject): JsonObject {
  const circuits = objectsAt(router, "links").flatMap((link) => textAt(link, "circuit") ?? []);
  const real = objectsAt(lab, "sites").filter((site) => textAt(site, "virtualNetwork") === undefined);
  const site = real.find((candidate) =>
    textsAt(objectAt(candidate, "attachedTo"), "expressRoute").some((name) =>
      circuits.some((circuit) => same(circuit, name)),
    ),
  );
  return said({
    name: textAt(router, "name") ?? "",
    asn: numberAt(router, "asn"),
    circuits: [...new Set(circuits)].map((name) => `expressRouteCircuits/${name}`),
    passesOn: Array.isArray(router["passesOn"]) ? textsAt(router, "passesOn") : undefined,
    advertisesLinks: flagAt(router, "advertisesConnectedLinks"),
    site: textAt(router, "site") ?? (site && textAt(site, "name")),
  });
}

/** Each interface of what forwards, and each load balancer before one: under the owner's name, and its own else. */
function appliances(lab: LabObject): readonly JsonObject[] {
  const devices = objectsAt(lab, "sites")
    .filter((site) => textAt(site, "virtualNetwork") !== undefined)
    .flatMap((site) => objectsAt(site, "devices"));
  const owners = [...devices, ...objectsAt(lab, "appliances")];
  const forwarding = nicsOf(lab).filter(({ forwards }) => forwards);
  return forwarding.map(({ name, owner, primary }) => {
    const holder = owners.find((candidate) => same(textAt(candidate, "name"), owner)) ?? {};
    const settings = primary ? routeServerSettings(holder, lab) : {};
    return {
      name: primary ? owner : name,
      resource: `networkInterfaces/${name}`,
      forwards: true,
      stateful: flagAt(holder, "stateful"),
      // `only to destinations outside …`: between the estate's own addresses there is none.
      sourceNat: holder["sourceNat"] === true,
      ...settings,
    };
  });
}

function routeServerSettings(holder: LabObject, lab: LabObject): JsonObject {
  const own = objectsAt(holder, "nics").flatMap((nic) => textAt(nic, "address") ?? []);
  const servers = objectsAt(lab, "routeServers").filter((server) =>
    objectsAt(server, "peers").some((peer) => own.includes(textAt(peer, "address") ?? "")),
  );
  const addresses = servers.flatMap((server) => textsAt(server, "addresses"));
  const asn = numberAt(holder, "asn");
  if (asn === undefined || servers.length === 0) return { bgpPeers: addresses };

  const session = objectsAt(holder, "bgpSessions").find((candidate) =>
    addresses.includes(textAt(candidate, "neighbor") ?? ""),
  );
  return {
    bgpPeers: addresses,
    bgpSettings: { asn, advertises: textsAt(holder, "advertises"), ...(session ? policy(session) : {}) },
  };
}

function observations(lab: LabObject, scope: string): readonly JsonObject[] {
  const gateways = objectsAt(lab, "gateways").flatMap((gateway) => {
    const resource = `virtualNetworkGateways/${textAt(gateway, "name") ?? ""}`;
    const inside = isVpn(gateway) ? instanceAddresses(gateway, "privateTunnelAddress") : [];
    return [
      observation(resource, "bgpPeeringAddresses", instanceAddresses(gateway, "bgpAddress")),
      observation(resource, "privateIPAddresses", inside),
    ];
  });
  const servers = objectsAt(lab, "routeServers").map((server) =>
    observation(
      `virtualHubs/${textAt(server, "name") ?? ""}`,
      "bgpPeeringAddresses",
      textsAt(server, "addresses"),
    ),
  );
  const circuits = objectsAt(lab, "expressRouteCircuits").flatMap((circuit) =>
    ["primary", "secondary"].flatMap((path) => {
      const seen = objectAt(objectAt(circuit, "paths"), path);
      const peers = Object.entries(objectAt(seen, "gatewayPeers")).flatMap(([gateway, address]) =>
        typeof address === "string"
          ? [
              [
                `${scope}/providers/Microsoft.Network/virtualNetworkGateways/${gateway}`.toLowerCase(),
                address,
              ],
            ]
          : [],
      );
      const value = said({
        effectiveNextHopIp: textAt(seen, "effectiveNextHopIp"),
        gatewayPeers: peers.length === 0 ? undefined : Object.fromEntries(peers),
      });
      const resource = `expressRouteCircuits/${textAt(circuit, "name") ?? ""}`;
      return Object.keys(value).length === 0 ? [] : [{ resource, name: path, value }];
    }),
  );
  return [...[...gateways, ...servers].filter((found) => found !== undefined), ...circuits];
}

function observation(resource: string, name: string, value: readonly string[]): JsonObject | undefined {
  return value.length === 0 ? undefined : { resource, name, value };
}

/** Tunnels between two gateways that both have a key are there because they work. */
function sameSecrets(lab: LabObject): readonly JsonObject[] {
  const tunnels = objectsAt(lab, "connections").filter((connection) =>
    same(textAt(connection, "type"), "Vnet2Vnet"),
  );
  return tunnels.flatMap((connection, index) => {
    const back = tunnels.findIndex(
      (other) =>
        same(textAt(other, "gateway"), textAt(connection, "peer")) &&
        same(textAt(other, "peer"), textAt(connection, "gateway")),
    );
    const other = tunnels[back];
    if (back <= index || !other) return [];
    const resources = [connection, other].map((one) => `connections/${textAt(one, "name") ?? ""}`);
    return [{ resources, fingerprint: `recorded-${index}` }];
  });
}
