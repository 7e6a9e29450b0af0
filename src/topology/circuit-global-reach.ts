import type { EstateIndex } from "../model/estate-index.ts";
import { propertyOf, textOf } from "../model/properties.ts";
import { isReference, referenceOf } from "../model/reference.ts";
import type { Resource } from "../model/resource.ts";
import { keyOf, parentIdOf } from "../model/resource-id.ts";
import type { LinkEnd, SessionEnd, TopologyPart } from "../model/topology.ts";
import type { TopologyReader } from "../model/topology-reader.ts";
import { type CircuitPath, type PrivateCircuit, privateCircuits } from "./circuit-paths.ts";
import { notModelled } from "./gap.ts";
import { learns, overLink, sends } from "./gateway-policies.ts";
import { tags } from "./gateway-tags.ts";

const GLOBAL_REACH = "Microsoft.Network/expressRouteCircuits/peerings/connections";

/** Joins what is behind two circuits, and not the networks at them. */
export const globalReach: TopologyReader = { reads: GLOBAL_REACH, read };

function* read(estate: EstateIndex): Iterable<TopologyPart> {
  const seen = new Set<string>();
  for (const resource of estate.all(GLOBAL_REACH)) {
    const own = circuitOfPeering(parentIdOf(resource.id), estate);
    const far = referenceOf(resource, "peerExpressRouteCircuitPeering");
    const other = isReference(far) ? circuitOfPeering(far.id, estate) : undefined;
    if (!own || !other) {
      yield notModelled(resource, `one of the circuits that ${resource.name} joins is not in the estate`);
      continue;
    }
    // Azure shows one connection at both of its circuits.
    const pair = [own.key, other.key].sort().join(" ");
    if (seen.has(pair)) continue;
    seen.add(pair);
    for (const path of own.paths) yield* joined(resource, own, path, other);
    yield notModelled(
      resource,
      `between ${own.circuit.name} and ${other.circuit.name} routes pass as between two routers: what else Global Reach limits is left out`,
    );
  }
}

function circuitOfPeering(id: string | undefined, estate: EstateIndex): PrivateCircuit | undefined {
  const circuit = id === undefined ? undefined : parentIdOf(id);
  return circuit === undefined ? undefined : privateCircuits(estate).get(keyOf(circuit));
}

function* joined(
  resource: Resource,
  own: PrivateCircuit,
  path: CircuitPath,
  other: PrivateCircuit,
): Iterable<TopologyPart> {
  const far = other.paths.find(({ name }) => name === path.name);
  if (!far) return;

  const { origin } = resource;
  const link = `${keyOf(resource.id)}#${path.name}`;
  const isDown = textOf(propertyOf(resource, "circuitConnectionStatus"))?.toLowerCase() === "disconnected";
  const end = ({ edge, table }: CircuitPath): LinkEnd => ({
    node: edge,
    arrivalTable: table,
    sends: true,
    acceptsForwarded: true,
    origin,
  });
  const speaks = ({ edge }: CircuitPath): SessionEnd => ({
    node: edge,
    via: overLink(link),
    learns: learns(0, { tag: tags.reach, acceptsOwnAsn: true }),
    sends: sends([tags.provider], { families: own.families }),
  });
  yield {
    part: "link",
    id: link,
    name: `${resource.name}, ${path.name}`,
    medium: "circuit",
    ends: [end(path), end(far)],
    crossesInternet: false,
    ...(isDown ? { brokenBecause: `Azure reports ${resource.name} as Disconnected` } : {}),
    needs: [[keyOf(resource.id)]],
    origin,
  };
  yield { part: "session", id: `${link}/bgp`, ends: [speaks(path), speaks(far)], needs: [[link]], origin };
}
