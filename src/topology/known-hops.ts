import type { Gap, Layer, NextHop, Row, Table, Topology } from "../model/topology.ts";

export type Known = Pick<Topology, "nodes" | "links" | "tables">;

/** The hop itself where all that it names is here; with what is left of it, or `undefined` where nothing is. */
export function knownHop(hop: NextHop, { nodes, links, tables }: Known): NextHop | undefined {
  switch (hop.to) {
    case "members":
      return nodes.has(hop.network) ? hop : undefined;
    case "link":
      return links.has(hop.link) ? hop : undefined;
    case "table":
      return tables.has(hop.table) ? hop : undefined;
    case "nodes": {
      const here = hop.nodes.filter((id) => nodes.has(id));
      if (here.length === hop.nodes.length) return hop;
      return here.length > 0 ? { ...hop, nodes: here } : undefined;
    }
    case "addresses":
    case "internet":
    case "service":
    case "none":
      return hop;
  }
}

/** Layers and lists of them stay shared: each is looked at once, and is the same object where all of its rows lead somewhere. */
export function withKnownHops(tables: Topology["tables"], known: Known, gaps: Gap[]): Topology["tables"] {
  const seen = new Map<Layer, Layer>();
  const lists = new Map<Table["layers"], Table["layers"]>();
  const changed = new Map<string, Table>();
  for (const [id, table] of tables) {
    const layers = lists.get(table.layers) ?? withKnownLayers(table);
    lists.set(table.layers, layers);
    if (layers !== table.layers) changed.set(id, { ...table, layers });
  }
  return changed.size === 0 ? tables : new Map([...tables, ...changed]);

  function withKnownLayers(table: Table): Table["layers"] {
    const layers = table.layers.map((layer) => {
      const found = seen.get(layer) ?? withKnownRows(layer, known);
      if (!seen.has(layer) && found !== layer) gaps.push(gapOf(table, layer.rows.length - found.rows.length));
      seen.set(layer, found);
      return found;
    });
    return layers.some((layer, index) => layer !== table.layers[index]) ? layers : table.layers;
  }
}

function withKnownRows(layer: Layer, known: Known): Layer {
  if (layer.rows.every(({ nextHop }) => knownHop(nextHop, known) === nextHop)) return layer;

  const rows = layer.rows.flatMap((row): Row[] => {
    const nextHop = knownHop(row.nextHop, known);
    return nextHop ? [{ ...row, nextHop }] : [];
  });
  return { ...layer, rows };
}

function gapOf({ id, name, origin }: Table, count: number): Gap {
  const because = `${count === 1 ? "a route" : "some routes"} of ${name} would lead to something that is not here`;
  return { part: "gap", kind: "notModelled", about: [id], because, origin };
}
