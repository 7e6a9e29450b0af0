import { namedSubnets } from "../../azure/named-subnets.ts";
import type { Node, Topology } from "../../model/topology.ts";

/** Subnets with room for hosts, sites, and users who dial in, in the order of their ids. */
export function endpointsOf({ nodes }: Topology): readonly Node[] {
  return [...nodes.values()].filter(isEndpoint).sort((a, b) => (a.id < b.id ? -1 : 1));
}

const ofServices = new Set(Object.keys(namedSubnets.value).map((name) => name.toLowerCase()));

function isEndpoint({ role, name }: Node): boolean {
  switch (role) {
    case "subnet":
      return !ofServices.has(name.toLowerCase());
    case "site":
    case "p2sUsers":
      return true;
    case "virtualNetwork":
    case "networkInterface":
    case "privateEndpoint":
    case "loadBalancer":
    case "firewall":
    case "gatewayInstance":
    case "microsoftEdge":
    case "providerRouter":
    case "routeServer":
    case "vpnDevice":
      return false;
  }
}
