import { parseResourceId } from "../model/resource-id.ts";
import type { ElementId, Medium, NodeRole, Topology } from "../model/topology.ts";
import { createUp } from "../routing/index.ts";

/** What a person thinks of as one thing that can fail. */
export type ElementKind =
  | "gatewayInstance"
  | "gateway"
  | "tunnel"
  | "connection"
  | "circuitLink"
  | "circuit"
  | "peeringLocation"
  | "peering"
  | "routeServer"
  | "appliance"
  | "device"
  | "site"
  | "region";

export interface SurvivableElement {
  readonly id: ElementId;
  readonly kind: ElementKind;
}

const BY_ROLE: Partial<Readonly<Record<NodeRole, ElementKind>>> = {
  gatewayInstance: "gatewayInstance",
  routeServer: "routeServer",
  firewall: "appliance",
  vpnDevice: "device",
  site: "site",
};

const BY_MEDIUM: Partial<Readonly<Record<Medium, ElementKind>>> = {
  ipsec: "tunnel",
  backbone: "peering",
  circuit: "circuitLink",
};

const BY_TYPE: Readonly<Record<string, ElementKind>> = {
  virtualnetworkgateways: "gateway",
  connections: "connection",
  expressroutecircuits: "circuit",
  virtualnetworkpeerings: "peering",
};

/** From small to large; of two that take the same down, the one that is named first here stands for both. */
const IN_ORDER: readonly ElementKind[] = [
  "gateway",
  "gatewayInstance",
  "connection",
  "tunnel",
  "circuit",
  "circuitLink",
  "peeringLocation",
  "peering",
  "routeServer",
  "appliance",
  "site",
  "device",
  "region",
];

/**
 * Of all that can be down what means something to a person, each once: an element that takes down the very same as
 * another is that other one under a second name (the only instance of a gateway, the far half of a connection).
 */
export function survivableElements(
  topology: Topology,
  elements: readonly ElementId[],
): readonly SurvivableElement[] {
  const known = elements.flatMap((id): SurvivableElement[] => {
    const kind = kindOf(id, topology);
    return kind === undefined ? [] : [{ id, kind }];
  });
  const inOrder = IN_ORDER.flatMap((kind) => known.filter((one) => one.kind === kind));
  const seen = new Set<string>();
  return inOrder.filter(({ id }) => {
    const effect = effectOf(id, topology);
    if (effect === "" || seen.has(effect)) return false;
    seen.add(effect);
    return true;
  });
}

function kindOf(id: ElementId, { nodes, links, sessions }: Topology): ElementKind | undefined {
  const node = nodes.get(id);
  if (node) return BY_ROLE[node.role];
  const type = parseResourceId(id.replace(/#.*$/, ""))?.types.at(-1)?.toLowerCase();
  const link = links.get(id);
  // The way from a gateway to an edge of the circuit is half of what people call the circuit's link.
  if (link?.medium === "circuit" && type === "connections") return undefined;
  if (link) return BY_MEDIUM[link.medium];
  if (sessions.has(id) || id.includes("#")) return undefined;
  if (id.startsWith("region/")) return "region";
  if (id.startsWith("peeringlocation/")) return "peeringLocation";
  return BY_TYPE[type ?? ""];
}

/** Nodes and links that are down with it, and were not before. */
function effectOf(id: ElementId, topology: Topology): string {
  const up = createUp(topology, { down: new Set([id]) });
  const parts = [...topology.nodes.keys(), ...topology.links.keys()];
  return parts.filter((part) => !up.isUp(part)).join(" ");
}
