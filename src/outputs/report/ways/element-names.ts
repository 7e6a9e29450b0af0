import type { Estate } from "../../../model/estate.ts";
import { keyOf, parseResourceId } from "../../../model/resource-id.ts";
import type { ElementId, NodeId, Topology } from "../../../model/topology.ts";

/** An element that can fail, as a person would look for it. */
export interface NamedElement {
  readonly id: ElementId;
  readonly kind: ElementKind;
  readonly name: string;
}

/** In the order in which people ask, and in which there is room for them. */
export const elementKinds = [
  "Regions",
  "Peering locations",
  "Gateways",
  "Circuits",
  "Gateway instances",
  "Connections",
  "Circuit links",
  "Provider routers",
  "VPN devices",
  "Other machines",
  "Peerings",
  "Tunnels",
] as const;

export type ElementKind = (typeof elementKinds)[number];

/** What may fail: not the networks, sites and users themselves, nor the BGP sessions, which stand on the others. */
export function namedElements(
  elements: readonly ElementId[],
  topology: Topology,
  estate: Estate,
): readonly NamedElement[] {
  const named = elements.flatMap((id): readonly NamedElement[] => {
    const kind = kindOf(id, topology);
    return kind ? [{ id, kind, name: nameOfElement(id, kind, topology, estate) }] : [];
  });
  return elementKinds.flatMap((kind) => named.filter((element) => element.kind === kind));
}

const BY_TYPE: Readonly<Record<string, readonly [whole: ElementKind, part?: ElementKind]>> = {
  virtualnetworkgateways: ["Gateways", "Gateway instances"],
  expressroutecircuits: ["Circuits", "Circuit links"],
  connections: ["Connections", "Tunnels"],
};

function kindOf(id: ElementId, { nodes, links }: Topology): ElementKind | undefined {
  if (id.startsWith("region/")) return "Regions";
  if (id.startsWith("peeringlocation/")) return "Peering locations";
  if (/\/(bgp|edge)$/.test(id)) return undefined;

  switch (nodes.get(id)?.role) {
    case "virtualNetwork":
    case "subnet":
    case "networkInterface":
    case "privateEndpoint":
    case "site":
    case "p2sUsers":
    case "microsoftEdge":
      return undefined;
    case "providerRouter":
      return "Provider routers";
    case "vpnDevice":
      return "VPN devices";
    case "loadBalancer":
    case "firewall":
    case "routeServer":
      return "Other machines";
    case "gatewayInstance":
    case undefined:
  }
  const [head = "", part] = id.split("#");
  const type = parseResourceId(head)?.types.at(-1)?.toLowerCase() ?? "";
  const [whole, ofPart] = BY_TYPE[type] ?? [];
  const medium = links.get(id)?.medium;
  // Between each edge of a circuit and each instance of a gateway nothing stands that could fail by itself.
  if (medium === "circuit" && whole === "Connections") return undefined;
  if (whole) return part === undefined ? whole : ofPart;
  if (type === "virtualnetworkpeerings") return links.has(id) ? "Peerings" : undefined;
  return medium === undefined ? undefined : "Tunnels";
}

function nameOfElement(id: ElementId, kind: ElementKind, { nodes, links }: Topology, estate: Estate): string {
  const part = nodes.get(id)?.name ?? links.get(id)?.name;
  if (part !== undefined && kind !== "Gateways" && kind !== "Circuits") return part;

  return spelledNames(id, estate) ?? id.slice(id.indexOf("/") + 1);
}

function spelledNames(id: string, { resources }: Estate): string | undefined {
  return parseResourceId(resources.get(keyOf(id))?.id ?? id)?.names.join("/");
}

/** A subnet with its network, for `web` alone is any of many; everything else by its own name. */
export function nameOfPlace(id: NodeId, { nodes }: Topology, estate: Estate): string {
  const node = nodes.get(id);
  return (node?.role === "subnet" ? spelledNames(id, estate) : undefined) ?? node?.name ?? id;
}
