/** Topologies written by hand, with what a test is not about filled in. */
import { type Prefix, parsePrefix } from "../../src/ip/index.ts";
import type {
  Filter,
  Link,
  Needs,
  Node,
  Origination,
  Session,
  SessionEnd,
  Speaker,
  Table,
  Topology,
} from "../../src/model/topology.ts";

export const origin = { file: "test", path: [] };

export function prefix(text: string): Prefix {
  const parsed = parsePrefix(text);
  if (parsed === undefined) throw new Error(`The test says ${text}, which does not parse.`);
  return parsed;
}

export function originates(
  tag: string,
  texts: readonly string[],
  more: Partial<Origination> = {},
): Origination[] {
  return texts.map((text) => ({
    prefix: prefix(text),
    tag,
    weight: 32_768,
    via: { to: "none" },
    needs: [],
    origin,
    ...more,
  }));
}

export function speaker(id: string, asn: number, more: Partial<Speaker> = {}, needs: Needs = []): Node {
  return {
    part: "node",
    id,
    name: id,
    role: "gatewayInstance",
    prefixes: [],
    forwarding: { does: "yes", stateful: false, sourceNat: false, asOwn: true },
    speaker: { asn, originates: [], refuses: [], multipath: false, programs: [], ...more },
    needs,
    origin,
  };
}

export interface EndSaid {
  readonly node: string;
  readonly address?: string;
  readonly shownAs?: string;
  readonly learns?: Partial<SessionEnd["learns"]>;
  readonly sends?: Partial<SessionEnd["sends"]>;
}

/** Its id is both ends' names, unless it is given. */
export function session(a: EndSaid, b: EndSaid, id = `${a.node} ${b.node}`, needs: Needs = []): Session {
  return { part: "session", id, ends: [endOf(a, b), endOf(b, a)], needs, origin };
}

function endOf({ node, address, shownAs, learns, sends }: EndSaid, far: EndSaid): SessionEnd {
  return {
    node,
    ...(address === undefined ? {} : { address }),
    ...(shownAs === undefined ? {} : { shownAs }),
    via: { to: "nodes", nodes: [far.node] },
    learns: { weight: 0, acceptsOwnAsn: false, ...learns },
    sends: {
      tags: [],
      families: [4],
      exceptDefaultRoute: false,
      prepend: 0,
      replacesFarAsn: false,
      stripsPrivateAsns: false,
      reflects: false,
      ...sends,
    },
  };
}

export function topologyOf(parts: readonly (Node | Table | Link | Session | Filter)[]): Topology {
  const nodes = new Map<string, Node>();
  const tables = new Map<string, Table>();
  const links = new Map<string, Link>();
  const sessions = new Map<string, Session>();
  const filters = new Map<string, Filter>();
  for (const part of parts)
    switch (part.part) {
      case "node":
        nodes.set(part.id, part);
        break;
      case "table":
        tables.set(part.id, part);
        break;
      case "link":
        links.set(part.id, part);
        break;
      case "session":
        sessions.set(part.id, part);
        break;
      case "filter":
        filters.set(part.id, part);
        break;
    }

  return { nodes, tables, links, sessions, filters, gaps: [] };
}
