/** Filters by trying: every kind of packet that the rules can tell apart is held against them, one by one. */
import {
  type Address,
  containsAddress,
  firstAddress,
  hostPrefix,
  type Prefix,
  parsePrefix,
} from "../../../src/ip/index.ts";
import type {
  AddressMatch,
  Filter,
  FilterRule,
  Node,
  PortRange,
  Topology,
} from "../../../src/model/topology.ts";
import type { Flow } from "../../../src/model/trace.ts";

/** A packet as rules see it, beside its addresses. */
export interface Kind {
  readonly protocol: string;
  readonly sourcePort: number;
  readonly port: number;
}

export interface Asked {
  readonly source: Address;
  readonly destination: Address;
  /** Where the table of the node with the filter sends the address. */
  leadsTo(address: Address): "somewhere" | "internet" | "nowhere";
}

export type Verdict = "Allow" | "Deny" | "unknown";

/** One of every kind that any rule of the topology tells from others. */
export function kindsOf(flow: Flow, topology: Topology): readonly Kind[] {
  const rules = [...topology.filters.values()].flatMap((filter) => filter.rules);
  const protocols = flow.protocol === "*" ? ["tcp", "udp", "icmp"] : [flow.protocol];
  // An answer goes the other way round, so that both ports are cut by what is said of either.
  const cut = edges(rules.flatMap((rule) => [...rule.destinationPorts, ...rule.sourcePorts]));
  const ports = flow.port === undefined ? cut : [flow.port];
  const sourcePorts = cut;
  return protocols.flatMap((protocol) =>
    ports.flatMap((port) => sourcePorts.map((sourcePort) => ({ protocol, sourcePort, port }))),
  );
}

/** The first port of every stretch that no range cuts. */
function edges(ranges: readonly PortRange[]): readonly number[] {
  const all = ranges.flatMap(({ from, to }) => [from, to + 1]).filter((port) => port >= 0 && port <= 65_535);
  return [...new Set([0, ...all])];
}

/** What all of a node's filters together say: in turn, and one that denies is enough. */
export function passes(filters: readonly string[], kind: Kind, asked: Asked, topology: Topology): Verdict {
  for (const id of filters) {
    const filter = topology.filters.get(id);
    if (!filter) throw new Error(`There is no filter ${id}.`);
    const verdict = says(filter, kind, asked);
    if (verdict !== "Allow") return verdict;
  }
  return "Allow";
}

function says(filter: Filter, kind: Kind, asked: Asked): Verdict {
  const rules = filter.rules.toSorted((a, b) => a.priority - b.priority);
  return firstOf(
    rules.filter((rule) => matchesKind(rule, kind)),
    asked,
  );
}

/** A rule of which nobody knows whether it matches does not matter where the rest says the same. */
function firstOf([rule, ...rest]: readonly FilterRule[], asked: Asked): Verdict {
  if (!rule) return "Deny";
  const source = matches(rule.sources, asked.source, asked);
  const destination = matches(rule.destinations, asked.destination, asked);
  if (source === "no" || destination === "no") return firstOf(rest, asked);
  if (source === "yes" && destination === "yes") return rule.access;
  return firstOf(rest, asked) === rule.access ? rule.access : "unknown";
}

/** The same packet kinds the other way round. */
export function answering(kinds: readonly Kind[]): readonly Kind[] {
  return kinds.map(({ protocol, sourcePort, port }) => ({ protocol, sourcePort: port, port: sourcePort }));
}

function matchesKind(rule: FilterRule, kind: Kind): boolean {
  if (rule.protocol !== "*" && rule.protocol !== kind.protocol) return false;
  // Nothing but TCP and UDP has ports: a rule that names some is about those two.
  if (kind.protocol === "icmp") return isAny(rule.sourcePorts) && isAny(rule.destinationPorts);
  return holds(rule.sourcePorts, kind.sourcePort) && holds(rule.destinationPorts, kind.port);
}

function isAny(ranges: readonly PortRange[]): boolean {
  return ranges.some(({ from, to }) => from === 0 && to === 65_535);
}

function holds(ranges: readonly PortRange[], port: number): boolean {
  return ranges.some(({ from, to }) => from <= port && port <= to);
}

function matches(match: AddressMatch, address: Address, asked: Asked): "yes" | "no" | "unknown" {
  if (match.any || match.prefixes.some((prefix) => containsAddress(prefix, address))) return "yes";
  const leads = asked.leadsTo(address);
  if (match.routed && leads === "somewhere") return "yes";
  if (match.internet && leads !== "somewhere" && isPublic(address)) return "yes";
  return match.unknown.length > 0 && isPublic(address) ? "unknown" : "no";
}

const privateRanges = ["10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "100.64.0.0/10", "fc00::/7"].map(
  mustParse,
);

function isPublic(address: Address): boolean {
  return !privateRanges.some((range) => containsAddress(range, address));
}

function mustParse(text: string): Prefix {
  const prefix = parsePrefix(text);
  if (!prefix) throw new Error(`${text} is no prefix.`);
  return prefix;
}

/** Whether the address is one that the node answers to. */
export function owns(node: Node, address: Address): boolean {
  return node.prefixes.some((prefix) => containsAddress(prefix, address));
}

export function addressOf(node: Node): Address | undefined {
  const host = node.prefixes.find((prefix) => prefix.length === hostPrefix(firstAddress(prefix)).length);
  return host && firstAddress(host);
}
