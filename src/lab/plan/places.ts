import {
  subnetsWithoutNetworkSecurityGroup,
  subnetsWithoutRouteTable,
} from "../../azure/dedicated-subnets.ts";
import type { Node, NodeId } from "../../model/topology.ts";
import { type LabDraft, type NamespaceDraft, namespaceFor } from "./lab-draft.ts";

/**
 * `fabric`: a network, which looks up for the hosts in it. `router`: looks up by itself. `host`: looks up nothing.
 * `none`: stands for others.
 */
export type Place = "fabric" | "router" | "host" | "none";

export function placeOf(node: Node): Place {
  switch (node.role) {
    case "virtualNetwork":
    case "site":
      return "fabric";
    case "gatewayInstance":
    case "microsoftEdge":
    case "providerRouter":
    case "routeServer":
    case "vpnDevice":
    case "p2sUsers":
      return "router";
    case "subnet":
      return isForHosts(node) ? "host" : "none";
    case "networkInterface":
    case "privateEndpoint":
    case "firewall":
      return node.prefixes.some(({ family }) => family === 4) ? "host" : "none";
    case "loadBalancer":
      return "none";
  }
}

/** In the subnets that belong to a service nobody has a machine. */
function isForHosts({ name, prefixes }: Node): boolean {
  const services = [subnetsWithoutNetworkSecurityGroup.value, subnetsWithoutRouteTable.value];
  return prefixes.some(({ family }) => family === 4) && !services.some((subnets) => name in subnets);
}

/** Where a node is, or, where it looks up nothing by itself, what does for it. */
export function lookupPlace(draft: LabDraft, node: Node): NamespaceDraft | undefined {
  const network = draft.topology.nodes.get(node.within ?? "");
  const at = placeOf(node) === "fabric" || placeOf(node) === "router" ? node : network;
  return at && namespaceFor(draft, at.id, at.name, at.id);
}

/** The network that a node stands in, or is. */
export function networkOf(draft: LabDraft, node: Node): Node {
  return draft.topology.nodes.get(node.within ?? "") ?? node;
}

export function nodeOf(draft: LabDraft, id: NodeId): Node | undefined {
  return draft.topology.nodes.get(id);
}

/** In the order of their ids. */
export function nodesIn(draft: LabDraft): readonly Node[] {
  return [...draft.topology.nodes.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
}
