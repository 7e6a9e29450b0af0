import type { ElementId, Link, Node, NodeId, Topology } from "../model/topology.ts";
import type { ElementKind, FailingElement } from "./survival.ts";

/** What may fail as a person would say it: not the halves, sessions and edges that these are made of. */
export function failingElements(topology: Topology): readonly FailingElement[] {
  const { nodes, links } = topology;
  const found = new Map<ElementId, ElementKind>();
  const add = (id: ElementId, kind: ElementKind | undefined) => {
    if (kind !== undefined && !found.has(id)) found.set(id, kind);
  };
  const linkCounts = countLinks(topology);
  for (const node of nodes.values()) add(node.id, kindOfNode(node));
  for (const link of links.values()) {
    if (link.brokenBecause !== undefined) continue;
    add(...kindOfLink(link, linkCounts));
  }
  for (const { needs } of [...nodes.values(), ...links.values()])
    for (const id of needs.flat()) if (!nodes.has(id) && !links.has(id)) add(id, kindOfNeed(id));
  return [...found].map(([id, kind]) => ({ id, kind })).sort((a, b) => (a.id < b.id ? -1 : 1));
}

function kindOfNode({ role, forwarding }: Node): ElementKind | undefined {
  switch (role) {
    case "gatewayInstance":
      return "gatewayInstance";
    case "vpnDevice":
    case "providerRouter":
      return "device";
    case "routeServer":
      return "routeServer";
    case "firewall":
      return "appliance";
    case "networkInterface":
      return forwarding.does === "yes" ? "appliance" : undefined;
    case "site":
      return "site";
    case "virtualNetwork":
    case "subnet":
    case "privateEndpoint":
    case "loadBalancer":
    case "microsoftEdge":
    case "p2sUsers":
      return undefined;
  }
}

const RESOURCE = /\/providers\/microsoft\.network\/([^/]+)\/[^/]+/;

/** Of a peering the half of the smaller network, for without it the other carries nothing. */
function kindOfLink(
  { id, medium, needs }: Link,
  linkCounts: ReadonlyMap<NodeId, number>,
): readonly [ElementId, ElementKind | undefined] {
  const [, type] = RESOURCE.exec(id) ?? [];
  if (medium === "backbone" && type === "virtualnetworks") {
    const countOf = (half: ElementId) => linkCounts.get(half.replace(OF_NETWORK, "")) ?? 0;
    const halves = needs.flatMap((group) => (group.length === 1 ? group : []));
    const [smaller] = halves.sort((a, b) => countOf(a) - countOf(b) || (a < b ? -1 : 1));
    return [smaller ?? id, "peering"];
  }
  if (type === "connections" && medium === "ipsec") return [id, "tunnel"];
  if (type === "expressroutecircuits" && id.includes("#")) return [id, "circuitLink"];
  return [id, undefined];
}

const OF_NETWORK = /\/virtualnetworkpeerings\/.*$/;

function countLinks({ links }: Topology): ReadonlyMap<NodeId, number> {
  const counts = new Map<NodeId, number>();
  for (const { ends } of links.values())
    for (const { node } of ends) counts.set(node, (counts.get(node) ?? 0) + 1);
  return counts;
}

function kindOfNeed(id: ElementId): ElementKind | undefined {
  if (id.startsWith("region/")) return "region";
  if (id.startsWith("peeringlocation/")) return "peeringLocation";
  if (id.includes("#")) return undefined;

  const [whole, type] = RESOURCE.exec(id) ?? [];
  if (whole === undefined || !id.endsWith(whole)) return undefined;
  if (type === "virtualnetworkgateways") return "gateway";
  if (type === "connections") return "connection";
  if (type === "expressroutecircuits") return "circuit";
  return undefined;
}
