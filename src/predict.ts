import { roundTripMs } from "./azure/region-latency.ts";
import type { BgpPeerStatus, EffectiveRoute, GatewayRoute } from "./model/effective-route.ts";
import type { Estate } from "./model/estate.ts";
import { type EstateIndex, indexEstate } from "./model/estate-index.ts";
import { propertyOf, valueAt } from "./model/properties.ts";
import type { Reach } from "./model/reach.ts";
import { sameType } from "./model/resource.ts";
import { keyOf } from "./model/resource-id.ts";
import { everythingUp, type Situation } from "./model/situation.ts";
import type {
  ElementId,
  Gap,
  Node,
  NodeId,
  Session,
  SessionEnd,
  SessionId,
  Table,
  Topology,
} from "./model/topology.ts";
import type { Flow, Trace, TraceEnd } from "./model/trace.ts";
import { isList } from "./model/unknown.ts";
import {
  type AskedGateway,
  advertisedRoutes,
  bgpPeers,
  createEffectiveRoutes,
  createRetracer,
  createUp,
  gatewayBgpPeers,
  gatewayLearnedRoutes,
  type Retracer,
  reach,
  type Solved,
  solveAgain,
  solveSessions,
} from "./routing/index.ts";
import { buildTopology } from "./topology/index.ts";

/** What becomes of an estate's packets in one situation. Nothing is worked out before it is asked for, and then once. */
export interface Prediction {
  readonly situation: Situation;
  readonly topology: Topology;
  /** What the routers know. */
  readonly solved: Solved;
  /** What the topology and the routers leave out or take for granted. */
  readonly gaps: readonly Gap[];
  /** Of a subnet, a network interface, or anything else that looks routes up; `undefined` where it does not. */
  effectiveRoutesOf(id: NodeId): readonly EffectiveRoute[] | undefined;
  /** The table that those stand in. Subnets of equal settings share its layers. */
  tableOf(id: NodeId): Table | undefined;
  /**
   * A gateway by its id, or one instance of it; so for the next two. Of several instances as Azure answers. Addresses
   * that Azure chose and nobody has looked up are absent; `nameOf` puts a name in their place.
   */
  learnedRoutesOf(gateway: string, nameOf?: NameOf): readonly GatewayRoute[];
  /** One answer a session that is up, in the order of the topology. */
  advertisedRoutesOf(gateway: string): readonly AdvertisedRoutes[];
  bgpPeersOf(gateway: string, nameOf?: NameOf): readonly BgpPeerStatus[];
  /** The nodes that speak BGP for it, in the order of their ids. */
  speakersOf(gateway: string): readonly Node[];
  trace(from: TraceEnd, to: TraceEnd, flow: Flow): Trace;
  /** Who reaches whom, for all pairs at once; with any protocol where no flow is given. */
  reach(flow?: Flow): Reach;
  /** Why it does not work in this situation; `undefined` where it does. */
  reasonDown(element: ElementId): string | undefined;
  /** All that a situation can have down, sorted. */
  elements(): readonly ElementId[];
}

export type NameOf = (node: NodeId) => string;

export interface AdvertisedRoutes {
  readonly session: SessionId;
  readonly by: NodeId;
  readonly peer: NodeId;
  readonly routes: readonly GatewayRoute[];
}

const topologies = new WeakMap<Estate, Topology>();
const retracers = new WeakMap<Topology, Retracer>();
/** What routers know with everything up, where somebody has asked. */
const healthy = new WeakMap<Topology, Solved>();
const predictions = new WeakMap<Estate, WeakMap<Situation, Prediction>>();

/** What Azure would do with an estate, wherever it came from; one prediction an estate and situation. */
export function predict(estate: Estate, situation: Situation = everythingUp): Prediction {
  const known = predictions.get(estate) ?? new WeakMap<Situation, Prediction>();
  predictions.set(estate, known);
  const prediction = known.get(situation) ?? createPrediction(estate, situation);
  known.set(situation, prediction);
  return prediction;
}

function topologyOf(estate: Estate): Topology {
  const topology = topologies.get(estate) ?? buildTopology(indexEstate(estate));
  topologies.set(estate, topology);
  return topology;
}

/** What one situation traced another need not walk again where nothing that it meets has changed. */
function retracerOf(topology: Topology): Retracer {
  const retracer = retracers.get(topology) ?? createRetracer(topology, roundTripMs);
  retracers.set(topology, retracer);
  return retracer;
}

function solvedIn(topology: Topology, situation: Situation): Solved {
  const before = healthy.get(topology);
  const solved = before ? solveAgain(topology, before, situation) : solveSessions(topology, situation);
  if (situation.down.size === 0) healthy.set(topology, solved);
  return solved;
}

function createPrediction(estate: Estate, situation: Situation): Prediction {
  const topology = once(() => topologyOf(estate));
  const solved = once(() => solvedIn(topology(), situation));
  const tracer = once(() => retracerOf(topology()).tracerIn(solved(), situation));
  const up = once(() => createUp(topology(), situation));
  const routes = once(() => createEffectiveRoutes(solved(), up()));
  const speakers = once(() => speakersByGateway(topology()));
  const elements = once(() => elementsOf(topology()));
  const reaches = new Map<string, Reach>();
  const speakersOf = (gateway: string) => speakers().get(keyOf(gateway)) ?? [];
  const askedOf = (gateway: string) => askedGateway(gateway, speakersOf(gateway), indexEstate(estate));
  const tableOf = (id: NodeId) => findTable(id, topology(), indexEstate(estate));

  return {
    situation,
    get topology() {
      return topology();
    },
    get solved() {
      return solved();
    },
    get gaps() {
      return [...topology().gaps, ...solved().gaps];
    },
    effectiveRoutesOf: (id) => {
      const table = tableOf(id);
      if (!table) return undefined;
      const subnet = topology().nodes.get(table.id.replace(/\/routes$/, ""));
      const ipv6 = subnet?.role !== "subnet" || subnet.prefixes.some(({ family }) => family === 6);
      return routes().of(table, ipv6);
    },
    tableOf,
    learnedRoutesOf: (gateway, nameOf) =>
      gatewayLearnedRoutes(askedOf(gateway), withNamedEnds(topology(), nameOf), solved()),
    advertisedRoutesOf: (gateway) =>
      speakersOf(gateway).flatMap((node) => advertisedBy(node, topology(), solved())),
    bgpPeersOf: (gateway, nameOf) => {
      const named = withNamedEnds(topology(), nameOf);
      const nodes = speakersOf(gateway);
      if (nodes.every(({ role }) => role === "gatewayInstance"))
        return gatewayBgpPeers(askedOf(gateway), named, solved());
      return nodes.flatMap(({ id }) => bgpPeers(id, named, solved(), { listsItself: false }));
    },
    speakersOf,
    trace: (from, to, flow) => tracer().trace(from, to, flow),
    reach: (flow) => {
      const key = flow ? `${flow.protocol} ${flow.port ?? ""}` : "";
      const known = reaches.get(key) ?? reach(topology(), solved(), situation, flow);
      reaches.set(key, known);
      return known;
    },
    reasonDown: (element) => up().reasonDown(element),
    elements,
  };
}

function once<T extends object>(make: () => T): () => T {
  let made: T | undefined;
  return () => {
    made ??= make();
    return made;
  };
}

/**
 * A network interface looks up what its subnet does, also where it belongs to an appliance that sends by another one:
 * that is what Azure answers of it.
 */
function findTable(id: NodeId, { nodes, tables }: Topology, estate: EstateIndex): Table | undefined {
  const key = keyOf(id);
  const subnet = subnetOfInterface(key, estate);
  return (
    tables.get(`${subnet ?? key}/routes`) ??
    tables.get(nodes.get(subnet ?? "")?.table ?? nodes.get(key)?.table ?? "")
  );
}

function subnetOfInterface(id: string, estate: EstateIndex): string | undefined {
  const resource = estate.find(id);
  if (!resource || !sameType(resource.type, "Microsoft.Network/networkInterfaces")) return undefined;

  const configurations = propertyOf(resource, "ipConfigurations");
  const [first] = isList(configurations) ? configurations : [];
  const subnet = valueAt(first, ["properties", "subnet", "id"]);
  return typeof subnet === "string" ? keyOf(subnet) : undefined;
}

/** An ExpressRoute gateway answers with one instance's tables, everything else with those of all. */
function askedGateway(id: string, instances: readonly Node[], estate: EstateIndex): AskedGateway {
  const resource = estate.find(id.replace(/#.*$/, ""));
  const gatewayType = resource && propertyOf(resource, "gatewayType");
  const isGateway = instances.every(({ role }) => role === "gatewayInstance");
  return {
    gatewayType: isGateway && gatewayType === "ExpressRoute" ? "ExpressRoute" : "Vpn",
    instances: instances.map((node) => node.id),
  };
}

/** By the id of the instance, and by that of the resource it is an instance of. */
function speakersByGateway({ nodes }: Topology): ReadonlyMap<string, readonly Node[]> {
  const found = new Map<string, Node[]>();
  const inOrder = [...nodes.values()].filter(({ speaker }) => speaker).sort((a, b) => (a.id < b.id ? -1 : 1));
  for (const node of inOrder) {
    const [resource = ""] = node.id.split("#");
    const [edge] = node.id.split("/edge");
    for (const name of new Set([node.id, resource, edge ?? node.id]))
      found.set(name, [...(found.get(name) ?? []), node]);
  }
  return found;
}

function withNamedEnds(topology: Topology, nameOf: NameOf | undefined): Topology {
  if (!nameOf) return topology;

  const named = (end: SessionEnd): SessionEnd => ({ ...end, address: end.address ?? nameOf(end.node) });
  const sessions = [...topology.sessions].map(([id, session]): [SessionId, Session] => {
    const [a, b] = session.ends;
    return [id, { ...session, ends: [named(a), named(b)] }];
  });
  return { ...topology, sessions: new Map(sessions) };
}

function advertisedBy(node: Node, topology: Topology, solved: Solved): readonly AdvertisedRoutes[] {
  return [...topology.sessions.values()].flatMap((session) => {
    const isFirst = session.ends[0].node === node.id;
    if (!isFirst && session.ends[1].node !== node.id) return [];
    if (solved.sessions.get(session.id)?.state !== "Connected") return [];

    const peer = session.ends[isFirst ? 1 : 0].node;
    const routes = advertisedRoutes(node.id, session.id, topology, solved);
    return [{ session: session.id, by: node.id, peer, routes }];
  });
}

function elementsOf({ nodes, links, sessions }: Topology): readonly ElementId[] {
  const parts = [...nodes.values(), ...links.values(), ...sessions.values()];
  return [...new Set(parts.flatMap(({ id, needs }) => [id, ...needs.flat()]))].sort();
}
