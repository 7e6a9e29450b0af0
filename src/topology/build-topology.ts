import type { EstateIndex } from "../model/estate-index.ts";
import type { Filter, Gap, Link, Node, Session, Table, Topology } from "../model/topology.ts";
import type { TopologyReader } from "../model/topology-reader.ts";
import { topologyReaders } from "./topology-readers.ts";
import { withoutDangling } from "./without-dangling.ts";

/** What routing solves and the lab runs, from what all readers say. Linear in the estate. */
export function buildTopology(
  estate: EstateIndex,
  readers: readonly TopologyReader[] = topologyReaders,
): Topology {
  const nodes = new Map<string, Node>();
  const tables = new Map<string, Table>();
  const links = new Map<string, Link>();
  const sessions = new Map<string, Session>();
  const filters = new Map<string, Filter>();
  const gaps = new Map<string, Gap>();

  for (const reader of readers) {
    for (const part of reader.read(estate)) {
      switch (part.part) {
        case "node":
          addFirst(nodes, part.id, part);
          break;
        case "table":
          addFirst(tables, part.id, part);
          break;
        case "link":
          addFirst(links, part.id, part);
          break;
        case "session":
          addFirst(sessions, part.id, part);
          break;
        case "filter":
          addFirst(filters, part.id, part);
          break;
        case "gap":
          addFirst(gaps, `${part.kind} ${part.about.join(" ")} ${part.because}`, part);
          break;
      }
    }
  }
  return withoutDangling({ nodes, tables, links, sessions, filters, gaps: [...gaps.values()] });
}

function addFirst<Part>(parts: Map<string, Part>, id: string, part: Part): void {
  if (!parts.has(id)) parts.set(id, part);
}
