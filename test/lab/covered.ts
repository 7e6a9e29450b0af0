import type { Resource } from "../../src/model/resource.ts";
import type { Drawn } from "./drawn.ts";

/** What a lab of drawn estates must show somewhere; each is a question to one estate and what fails in it. */
export const covered: Readonly<Record<string, (drawn: Drawn) => boolean>> = {
  "static routes to a site": has("connections", '"connectionType":"IPsec"', '"enableBgp":false'),
  "BGP with a site": has("connections", '"connectionType":"IPsec"', '"enableBgp":true'),
  "an active-active gateway": has("virtualnetworkgateways", '"activeActive":true'),
  "an active-standby gateway": has("virtualnetworkgateways", '"activeActive":false'),
  "VNet-to-VNet with BGP": has("connections", "Vnet2Vnet", '"enableBgp":true'),
  "VNet-to-VNet without BGP": has("connections", "Vnet2Vnet", '"enableBgp":false'),
  "gateway transit": has("virtualnetworkpeerings", '"useRemoteGateways":true'),
  "a circuit": has("expressroutecircuits", "Equinix"),
  "two circuits": ({ estate }) => resourcesOf(estate, "expressroutecircuits").length > 1,
  "a circuit's primary link fails": fails(/#primary/),
  "a circuit's secondary link fails": fails(/#secondary/),
  "a circuit fails": fails(/\/expressroutecircuits\/[^/#]+$/),
  "both gateways in one network": ({ topology }) => gatewayNetworks(topology).some(isTwice),
  "a Route Server": has("virtualhubs", "virtualRouterAsn"),
  "branch-to-branch": has("virtualhubs", '"allowBranchToBranchTraffic":true'),
  "an appliance that speaks BGP": ({ estate }) =>
    estate.appliances.some(({ bgpSettings }) => bgpSettings !== undefined),
  "a security group on a subnet": has("subnets", "networkSecurityGroup"),
  "a security group on an interface": has("networkinterfaces", "networkSecurityGroup"),
  "an inbound rule": has("securityrules", '"Inbound"'),
  "an outbound rule": has("securityrules", '"Outbound"'),
  "a route to an appliance": has("routes", '"VirtualAppliance"'),
  "a route to a gateway": has("routes", '"VirtualNetworkGateway"'),
  "a route to nowhere": has("routes", '"None"'),
  "a route to the network itself": has("routes", '"VnetLocal"'),
  "no propagation of gateway routes": has("routetables", '"disableBgpRoutePropagation":true'),
  "routes at a gateway": has("subnets", "GatewaySubnet", "routeTable"),
  "an appliance that does not forward": has("networkinterfaces", '"enableIPForwarding":false', "nva"),
  "an appliance that translates": ({ estate }) => estate.appliances.some(({ sourceNat }) => sourceNat),
  "a stateful appliance": ({ estate }) => estate.appliances.some(({ stateful }) => stateful),
  "a load balancer before appliances": has("loadbalancers", "backendIPConfigurations"),
  "translated sources of a site": has("connections", "ingressNatRules"),
  "translated addresses of a network": has("connections", "egressNatRules"),
  "users by OpenVPN": has("virtualnetworkgateways", '"vpnClientProtocols":["OpenVPN"]'),
  "users by IKEv2": has("virtualnetworkgateways", '"vpnClientProtocols":["IkeV2"]'),
  "a peering that takes no forwarded traffic": has("virtualnetworkpeerings", '"allowForwardedTraffic":false'),
  "a peering that takes forwarded traffic": has("virtualnetworkpeerings", '"allowForwardedTraffic":true'),
  "a peering without access": has("virtualnetworkpeerings", '"allowVirtualNetworkAccess":false'),
  "a peering of subnets": has("virtualnetworkpeerings", '"peerCompleteVnets":false'),
  "a peering that is disconnected": has("virtualnetworkpeerings", '"Disconnected"'),
  "a peering with a stale range": has("virtualnetworkpeerings", "LocalNotInSync"),
  "a private endpoint": has("privateendpoints", "subnet"),
  "a site of two devices": ({ estate }) => estate.sites.some(({ vpnDevices }) => vpnDevices.length > 1),
  "a longer path on purpose": ({ estate }) => tunnelsOf(estate).some(({ prepend = 0 }) => prepend > 0),
  "a preference of the site": ({ estate }) =>
    tunnelsOf(estate).some(({ localPreference }) => localPreference !== undefined),
  "a default route from a site": ({ estate }) =>
    tunnelsOf(estate).some(({ advertises = [] }) => advertises.includes("0.0.0.0/0")),
  "weighed circuits": has("connections", '"routingWeight":1'),
  "a tunnel fails": fails(/\/connections\/[^#]*-device\d+(#\d)?$/),
  "a session fails": fails(/\/bgp$/),
  "a gateway or one of its instances fails": fails(/\/virtualnetworkgateways\/[^/]+$/),
};

/** A resource of the type with all of these in its id or properties. */
function has(type: string, ...texts: readonly string[]): (drawn: Drawn) => boolean {
  return ({ estate }) =>
    resourcesOf(estate, type).some(({ id, properties }) => {
      const all = `${id} ${JSON.stringify(properties)}`;
      return texts.every((text) => all.includes(text));
    });
}

function resourcesOf({ resources }: Drawn["estate"], type: string): readonly Resource[] {
  return [...resources.values()].filter((resource) => resource.type.toLowerCase().endsWith(`/${type}`));
}

function fails(pattern: RegExp): (drawn: Drawn) => boolean {
  return ({ downs }) => downs.some((down) => pattern.test(down));
}

function tunnelsOf({ sites }: Drawn["estate"]) {
  return sites.flatMap(({ vpnDevices }) => vpnDevices.flatMap(({ tunnels }) => tunnels));
}

/** Of each gateway once. */
function gatewayNetworks({ nodes }: Drawn["topology"]): readonly string[] {
  const gateways = [...nodes.values()].filter(({ role }) => role === "gatewayInstance");
  return [...new Map(gateways.map(({ id, within = "" }) => [id.replace(/#\d+$/, ""), within])).values()];
}

function isTwice(text: string, index: number, all: readonly string[]): boolean {
  return all.indexOf(text) !== index;
}
