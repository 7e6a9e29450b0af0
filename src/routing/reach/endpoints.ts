import { namedSubnets } from "../../azure/named-subnets.ts";
import type { Node, Topology } from "../../model/topology.ts";
import { indexOf } from "../trace/topology-index.ts";

/** Subnets with room for hosts, sites, and users who dial in, in the order of their ids. */
export function endpointsOf(topology: Topology): readonly Node[] {
  return indexOf(topology).nodes.filter(isEndpoint);
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
