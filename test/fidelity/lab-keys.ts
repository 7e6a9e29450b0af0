import { type LabObject, objectAt, objectsAt } from "./lab-json.ts";

const SESSION = "neighbor remoteAsn source multihop in out".split(" ");

/** The keys of a topology that are read, by where they stand. What else a file has is named, never silently lost. */
const READ: Readonly<Record<string, readonly string[]>> = {
  virtualNetworks:
    "name role region addressSpace bgpCommunity subnets privateEndpointNetworkPolicies natGatewaySubnets".split(
      " ",
    ),
  peerings:
    "name from to allowVirtualNetworkAccess allowForwardedTraffic allowGatewayTransit useRemoteGateways peeringState".split(
      " ",
    ),
  gateways:
    "name virtualNetwork type vpnType sku activeActive bgpEnabled asn instances vpnClientConfiguration".split(
      " ",
    ),
  "gateways.instances": "name bgpAddress apipaAddress privateTunnelAddress publicIpAddress".split(" "),
  routeServers: "name virtualNetwork asn addresses branchToBranch peers".split(" "),
  "routeServers.peers": "name address asn".split(" "),
  localNetworkGateways: "name gatewayAddress addressSpace asn bgpPeeringAddress".split(" "),
  connections: "name type gateway peer enableBgp routingWeight sharedKey usePrivateAddress fastPath".split(
    " ",
  ),
  expressRouteCircuits: "name provider region peeringLocation bandwidthMbps sku peering paths".split(" "),
  providerRouters:
    "name provider kind asn location portSpeedMbps links advertisesConnectedLinks bgp passesOn site".split(
      " ",
    ),
  sites: "name virtualNetwork prefixes devices attachedTo roundTripMs".split(" "),
  "sites.devices":
    "name os asn routerId loopback nics ipForwarding staticRoutes tunnels bgpSessions advertises publicIpAddress".split(
      " ",
    ),
  "sites.devices.tunnels": "name interface insideAddress remoteBgpAddress remoteGateway underlay".split(" "),
  "sites.devices.bgpSessions": SESSION,
  routeTables: "name subnets disableBgpRoutePropagation routes".split(" "),
  appliances: [
    ..."name kind virtualNetwork subnet address addressIpv6 haPorts backend ipForwarding nics".split(" "),
    ..."defaultRouteVia asn sourceNat stateful os routerId loopback staticRoutes".split(" "),
    ..."bgpSessions advertises".split(" "),
  ],
  "appliances.bgpSessions": SESSION,
  privateEndpoints: "name virtualNetwork subnet address".split(" "),
  virtualMachines: "name virtualNetwork nics".split(" "),
  p2sUsers: "name gateway count vpnClientAddressPool".split(" "),
};

const TOP = new Set([
  ...Object.keys(READ).filter((key) => !key.includes(".")),
  ..."lab source recordedBetween namePrefix states readFromTheRecords notes securityGroups".split(" "),
]);

/** One sentence for each key of the file that nothing reads. */
export function unreadKeys(lab: LabObject): readonly string[] {
  const unread = new Set(Object.keys(lab).filter((key) => !TOP.has(key)));
  for (const [place, keys] of Object.entries(READ)) {
    for (const object of objectsBelow(lab, place.split("."))) {
      for (const key of Object.keys(object)) if (!keys.includes(key)) unread.add(`${place}[].${key}`);
    }
  }
  return [...unread].map((key) => `${key} is not read`);
}

function objectsBelow(object: LabObject, [first = "", ...rest]: readonly string[]): readonly LabObject[] {
  const found = objectsAt(object, first);
  return rest.length === 0 ? found : found.flatMap((inner) => objectsBelow(inner, rest));
}

/** The groups' subnets are a sentence in the file: `MainSubnet, TrustSubnet and TestSubnet`. */
export function guardedSubnets(lab: LabObject): ReadonlySet<string> {
  const { subnets } = objectAt(lab, "securityGroups");
  const names = typeof subnets === "string" ? subnets.split(/,\s*|\s+and\s+/) : [];
  return new Set((Array.isArray(subnets) ? subnets : names).map((name) => String(name).trim()));
}
