import type { Link, Node, NodeId } from "../../model/topology.ts";
import { segmentRange } from "./lab-addresses.ts";
import { type LabDraft, leaveOut, type NamespaceDraft, namespaceFor, tableNumber } from "./lab-draft.ts";
import { nodeOf, placeOf } from "./places.ts";
import type { Wires } from "./wires.ts";

/** Tunnels that run over circuits: from a site's device to the private address of a gateway. */
export interface CircuitCarriers {
  /**
   * Gives one end of the tunnel its address, and leads there what the other end sends. The device that it sends by itself, while
   * nothing has failed; `undefined`: no circuit carries the link.
   */
  carry(link: Link, end: NodeId, address: string): string | undefined;
}

/** Places of one kind, of which each is a way. */
type Layer = readonly NamespaceDraft[];

/** Before what else is looked up for that which arrives by a circuit. */
const BEFORE_ALL_OTHERS = 50;

/**
 * What a tunnel sends passes the circuit's own wires: device, provider's router, Microsoft's edge, ExpressRoute gateway, VPN
 * gateway. It finds its way by routes that are there for it alone, as a device keeps what its tunnels run over apart from what runs
 * in them: else the tunnel would lead into itself. In each place the ways on stand in order, and the next is taken when one
 * is down; the last is to a neighbour of the same kind, which may know one.
 */
export function createCircuitCarriers(draft: LabDraft, wires: Wires): CircuitCarriers {
  const paths = new Map<string, readonly Layer[] | undefined>();
  const ruled = new Set<string>();

  function pathOf(link: Link): readonly Layer[] | undefined {
    if (!paths.has(link.id)) paths.set(link.id, findPath(draft, link));
    return paths.get(link.id);
  }

  /** The device that leads from one place to another on the way. */
  function deviceTo(from: NamespaceDraft, to: NamespaceDraft): string | undefined {
    const isApart = networkOf(draft, from) === undefined || networkOf(draft, from) !== networkOf(draft, to);
    const link = isApart ? circuitBetween(draft, from.id, to.id) : undefined;
    if (isApart && !link) return undefined;
    return wires.lead(from, to, undefined, link?.id).device;
  }

  /** In order. Neighbours are a ring, so that whoever knows a way is asked in the end. */
  function devicesOn(place: NamespaceDraft, layer: Layer, next: Layer): readonly string[] {
    const onward = next.flatMap((one) => deviceTo(place, one) ?? []);
    const neighbour = layer[(layer.indexOf(place) + 1) % layer.length];
    return neighbour === undefined || neighbour === place
      ? onward
      : [...onward, wires.lead(place, neighbour, undefined).device];
  }

  function leadThere(place: NamespaceDraft, address: string, devices: readonly string[]): void {
    const table = tableNumber(place, "carriers");
    if (!ruled.has(place.id))
      place.ip.push(`rule add pref ${BEFORE_ALL_OTHERS} to ${segmentRange("backbone")} lookup ${table}`);
    ruled.add(place.id);
    place.ip.push(
      ...devices.map(
        (device, index) => `route add ${address}/32 dev ${device} metric ${index + 1} table ${table}`,
      ),
    );
  }

  return {
    carry(link, end, address) {
      const path = pathOf(link);
      if (!path) return undefined;

      const towards = path[0]?.[0]?.id === end ? path.toReversed() : path;
      for (const [index, layer] of towards.slice(0, -1).entries())
        for (const place of layer)
          leadThere(place, address, devicesOn(place, layer, towards[index + 1] ?? []));

      const [last, before] = [towards.at(-1), towards.at(-2)];
      const [place] = last ?? [];
      if (!place || !before) return undefined;
      // Up as long as the place itself is.
      const home = wires.lead(place, place, undefined, undefined, "carried").device;
      place.ip.push(`addr add ${address}/32 dev ${home}`);
      return devicesOn(place, [place], before)[0];
    },
  };
}

/** The places from the device to the gateway; `undefined` where the estate does not say by which circuits. */
function findPath(draft: LabDraft, link: Link): readonly Layer[] | undefined {
  if (link.medium !== "ipsec" || link.crossesInternet) return undefined;
  const ends = link.ends.map(({ node }) => nodeOf(draft, node));
  const device = ends.find((node) => node?.role === "vpnDevice");
  const gateway = ends.find((node) => node?.role === "gatewayInstance");
  if (!device || !gateway) return undefined;

  const circuits = link.needs.flat().flatMap((id) => draft.topology.links.get(id) ?? []);
  const farOf = (role: Node["role"]) =>
    unique(circuits.flatMap((one) => one.ends.map(({ node }) => nodeOf(draft, node)))).filter(
      (node) => node.role === role && placeOf(node) === "router",
    );
  const routers = farOf("providerRouter").filter(({ within }) => within === device.within);
  const edges = farOf("microsoftEdge").filter(({ id }) =>
    routers.some((router) => circuitBetween(draft, router.id, id)),
  );
  const layers = [[device], routers, edges, farOf("gatewayInstance"), [gateway]];
  if (layers.every((layer) => layer.length > 0))
    return layers.map((layer) => layer.map(({ id, name }) => namespaceFor(draft, id, name, id)));

  leaveOut(
    draft,
    link.id,
    "the tunnel runs beside its circuit, not in it: the whole way is not in the estate",
  );
  return undefined;
}

function unique(nodes: readonly (Node | undefined)[]): readonly Node[] {
  return [...new Set(nodes)].flatMap((node) => node ?? []);
}

function networkOf(draft: LabDraft, { node }: NamespaceDraft): NodeId | undefined {
  return nodeOf(draft, node ?? "")?.within;
}

function circuitBetween({ topology }: LabDraft, a: NodeId, b: NodeId): Link | undefined {
  return [...topology.links.values()].find(
    ({ medium, ends: [one, two] }) =>
      medium === "circuit" && ((one.node === a && two.node === b) || (one.node === b && two.node === a)),
  );
}
