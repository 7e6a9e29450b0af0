import { type Address, addressFamily, type Prefix, parseAddress, parsePrefix } from "../../src/ip/index.ts";
import type {
  AddressMatch,
  Filter,
  FilterRule,
  Forwarding,
  Gap,
  Layer,
  Link,
  LinkEnd,
  NextHop,
  Node,
  Row,
  Table,
  Topology,
  TopologyPart,
} from "../../src/model/topology.ts";
import type { Solved } from "../../src/routing/solved.ts";
import type { Origin } from "../../src/source/origin.ts";

/** Small topologies by hand: every function fills in what a test does not speak of. */

export function prefix(text: string): Prefix {
  const parsed = parsePrefix(text);
  if (!parsed) throw new Error(`no prefix: ${text}`);
  return parsed;
}

export function address(text: string): Address {
  const parsed = parseAddress(text);
  if (!parsed) throw new Error(`no address: ${text}`);
  return parsed;
}

/** `10.0.0.4` is a prefix of one address. */
export function prefixes(...texts: readonly string[]): readonly Prefix[] {
  return texts.map((text) =>
    prefix(text.includes("/") ? text : `${text}/${addressFamily(address(text)) === 4 ? 32 : 128}`),
  );
}

function originOf(name: string): Origin {
  return { file: "test", path: [name] };
}

const forwardsNothing: Forwarding = { does: "no", because: "It forwards nothing." };
export const forwards = { does: "yes", stateful: false, sourceNat: false, asOwn: false } as const;
export const gateway = { ...forwards, asOwn: true } as const;

export function node(id: string, own: readonly string[], more: Partial<Node> = {}): Node {
  return {
    part: "node",
    id,
    name: id,
    role: "networkInterface",
    prefixes: prefixes(...own),
    forwarding: forwardsNothing,
    needs: [],
    origin: originOf(id),
    ...more,
  };
}

export function network(id: string, own: readonly string[], more: Partial<Node> = {}): Node {
  return node(id, own, { role: "virtualNetwork", ...more });
}

export function row(range: string, nextHop: NextHop, more: Partial<Row> = {}): Row {
  return {
    prefix: prefix(range),
    nextHop,
    nextHopType: nextHop.to,
    nextHopIpAddresses: [],
    needs: [],
    origin: originOf(range),
    ...more,
  };
}

type Rows = Readonly<Record<string, NextHop>> | readonly Row[];

function rowsOf(rows: Rows): readonly Row[] {
  return isList(rows) ? rows : Object.entries(rows).map(([range, nextHop]) => row(range, nextHop));
}

function isList(rows: Rows): rows is readonly Row[] {
  return Array.isArray(rows);
}

/** What Azure gives a subnet by itself. */
export function systemLayer(rows: Rows, more: Partial<Layer> = {}): Layer {
  return {
    id: "system",
    source: "Default",
    rank: 10,
    rows: rowsOf(rows),
    shields: true,
    yields: false,
    final: false,
    ...more,
  };
}

export function defaultLayer(rows: Rows = { "0.0.0.0/0": { to: "internet" } }): Layer {
  return systemLayer(rows, { id: "default", shields: false });
}

export function gatewayLayer(rows: Rows, more: Partial<Layer> = {}): Layer {
  return systemLayer(rows, {
    id: "gatewayroutes",
    source: "VirtualNetworkGateway",
    rank: 20,
    shields: false,
    yields: true,
    ...more,
  });
}

export function userLayer(rows: Rows): Layer {
  return systemLayer(rows, { id: "user", source: "User", rank: 30, shields: false });
}

export function table(id: string, ...layers: readonly Layer[]): Table {
  return { part: "table", id, name: id, layers, origin: originOf(id) };
}

export function end(nodeId: string, more: Partial<LinkEnd> = {}): LinkEnd {
  return { node: nodeId, sends: true, acceptsForwarded: true, origin: originOf(nodeId), ...more };
}

export function link(id: string, a: LinkEnd, b: LinkEnd, more: Partial<Link> = {}): Link {
  return {
    part: "link",
    id,
    name: id,
    medium: "backbone",
    ends: [a, b],
    crossesInternet: false,
    needs: [],
    origin: originOf(id),
    ...more,
  };
}

const anyAddress: AddressMatch = {
  any: true,
  prefixes: [],
  routed: false,
  internet: false,
  unknown: [],
};

export function matching(more: Partial<AddressMatch>): AddressMatch {
  return { ...anyAddress, any: false, ...more };
}

const anyPort = [{ from: 0, to: 65_535 }];

export function rule(name: string, priority: number, more: Partial<FilterRule> = {}): FilterRule {
  return {
    name,
    priority,
    access: "Allow",
    protocol: "*",
    sources: anyAddress,
    destinations: anyAddress,
    sourcePorts: anyPort,
    destinationPorts: anyPort,
    origin: originOf(name),
    ...more,
  };
}

export function filter(id: string, ...rules: readonly FilterRule[]): Filter {
  return { part: "filter", id, name: id, rules, origin: originOf(id) };
}

export function gap(kind: Gap["kind"], about: string, because: string): Gap {
  return { part: "gap", kind, about: [about], because, origin: originOf(about) };
}

/** The first of several parts with one id counts, as the builder of topologies has it. */
export function topologyOf(...parts: readonly TopologyPart[]): Topology {
  return {
    nodes: mapOf(parts.filter((part) => part.part === "node")),
    tables: mapOf(parts.filter((part) => part.part === "table")),
    links: mapOf(parts.filter((part) => part.part === "link")),
    sessions: mapOf(parts.filter((part) => part.part === "session")),
    filters: mapOf(parts.filter((part) => part.part === "filter")),
    gaps: parts.filter((part) => part.part === "gap"),
  };
}

function mapOf<T extends { readonly id: string }>(parts: readonly T[]): ReadonlyMap<string, T> {
  return new Map(parts.toReversed().map((part) => [part.id, part]));
}

export const nothingLearned: Solved = { ribs: new Map(), sessions: new Map(), layers: new Map(), gaps: [] };
