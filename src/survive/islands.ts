import type { ElementId, Layer, Needs, NextHop, Session, Topology } from "../model/topology.ts";

/** A part of a topology that nothing joins with the rest but what all stands on: a region, a circuit's location. */
export interface Island {
  readonly topology: Topology;
  /** What its parts are and need. */
  readonly mentions: ReadonlySet<ElementId>;
}

/** Traffic and routes stay on an island, so each can be looked at alone. */
export function islandsOf(topology: Topology): readonly Island[] {
  const { rootOf } = joinedSets(topology);
  const nodes = byRoot(topology.nodes, rootOf);
  const [tables, links, sessions] = [
    byRoot(topology.tables, rootOf),
    byRoot(topology.links, rootOf),
    byRoot(topology.sessions, rootOf),
  ];
  return [...nodes].map(([root, own]) => {
    const part: Topology = {
      ...topology,
      nodes: own,
      tables: tables.get(root) ?? new Map(),
      links: links.get(root) ?? new Map(),
      sessions: sessions.get(root) ?? new Map(),
      filters: filtersOf(own, topology),
    };
    return { topology: part, mentions: mentionsOf(part) };
  });
}

/** Those that any of the nodes names. */
function filtersOf(nodes: Topology["nodes"], { filters }: Topology): Topology["filters"] {
  const named = [...nodes.values()].flatMap(({ inbound = [], outbound = [] }) => [...inbound, ...outbound]);
  return new Map(
    [...new Set(named)].flatMap((id) => {
      const filter = filters.get(id);
      return filter ? [[id, filter] as const] : [];
    }),
  );
}

function byRoot<T>(
  parts: ReadonlyMap<string, T>,
  rootOf: (id: string) => string,
): ReadonlyMap<string, ReadonlyMap<string, T>> {
  const found = new Map<string, Map<string, T>>();
  for (const [id, part] of parts) {
    const root = rootOf(id);
    const island = found.get(root) ?? new Map<string, T>();
    found.set(root, island.set(id, part));
  }
  return found;
}

interface Sets {
  readonly join: (a: string, b: string) => void;
  readonly rootOf: (id: string) => string;
}

function joinedSets({ nodes, tables, links, sessions }: Topology): Sets {
  const sets = createSets();
  const known = (id: string) => nodes.has(id) || tables.has(id) || links.has(id) || sessions.has(id);
  const join = (a: string, b: string | undefined) => {
    if (b !== undefined && known(b)) sets.join(a, b);
  };
  const joinNeeds = (id: string, needs: Needs) => {
    for (const need of needs.flat()) join(id, need);
  };
  /** Layers that nobody programs say the same to whoever has them: they join nothing. */
  const programs = new Map<string, string>();
  const joinHop = (id: string, hop: NextHop) => {
    for (const other of namedIn(hop)) join(id, other);
  };
  const joinLayer = (id: string, { id: layer, rows }: Layer) => {
    if (programs.has(layer)) joinProgram(id, layer);
    for (const { nextHop, needs } of rows) {
      joinHop(id, nextHop);
      joinNeeds(id, needs);
    }
  };
  const joinProgram = (id: string, layer: string) => {
    const first = programs.get(layer);
    if (first === undefined) programs.set(layer, id);
    else sets.join(id, first);
  };

  for (const node of nodes.values()) {
    join(node.id, node.within);
    join(node.id, node.table);
    joinNeeds(node.id, node.needs);
    for (const other of node.balances ?? []) join(node.id, other);
    for (const { needs, via } of node.speaker?.originates ?? []) {
      joinNeeds(node.id, needs);
      joinHop(node.id, via);
    }
    for (const { layer } of node.speaker?.programs ?? []) joinProgram(node.id, layer);
  }
  for (const { id, ends, needs } of links.values()) {
    joinNeeds(id, needs);
    for (const { node, arrivalTable } of ends) {
      join(id, node);
      join(id, arrivalTable);
    }
  }
  for (const session of sessions.values()) joinSession(session);
  for (const { id, layers } of tables.values()) for (const layer of layers) joinLayer(id, layer);
  return sets;

  function joinSession({ id, ends, needs }: Session): void {
    joinNeeds(id, needs);
    for (const { node, via } of ends) {
      join(id, node);
      joinHop(id, via);
    }
  }
}

function namedIn(hop: NextHop): readonly string[] {
  switch (hop.to) {
    case "members":
      return [hop.network];
    case "link":
      return [hop.link];
    case "nodes":
      return hop.nodes;
    case "table":
      return [hop.table];
    case "addresses":
    case "internet":
    case "service":
    case "none":
      return [];
  }
}

function createSets(): Sets {
  const above = new Map<string, string>();
  function rootOf(id: string): string {
    let root = id;
    for (let next = above.get(root); next !== undefined; next = above.get(root)) root = next;
    for (let at = id; at !== root; ) {
      const next = above.get(at) ?? root;
      above.set(at, root);
      at = next;
    }
    return root;
  }
  return {
    rootOf,
    join(a, b) {
      const [first, second] = [rootOf(a), rootOf(b)];
      if (first !== second) above.set(first, second);
    },
  };
}

function mentionsOf({ nodes, tables, links, sessions }: Topology): ReadonlySet<ElementId> {
  const layers = new Set([...tables.values()].flatMap((table) => table.layers));
  const rows = [...layers].flatMap((layer) => layer.rows);
  const originations = [...nodes.values()].flatMap(({ speaker }) => speaker?.originates ?? []);
  const parts = [...nodes.values(), ...links.values(), ...sessions.values()];
  const needs = [...parts, ...rows, ...originations].flatMap((one) => one.needs.flat());
  return new Set([...parts.map(({ id }) => id), ...needs]);
}
