import { readFileSync } from "node:fs";
import { join } from "node:path";
import { formatPrefix, parseAddress } from "../../src/ip/index.ts";
import type { GatewayRoute } from "../../src/model/effective-route.ts";
import type { Estate } from "../../src/model/estate.ts";
import { indexEstate } from "../../src/model/estate-index.ts";
import { keyOf, parseResourceId } from "../../src/model/resource-id.ts";
import type { Node } from "../../src/model/topology.ts";
import type { Flow, Trace, TraceEnd, Way } from "../../src/model/trace.ts";
import { readEstate } from "../../src/readers/estate/read-estate.ts";
import { createTracer, effectiveRoutes, learnedRoutes, solveSessions } from "../../src/routing/index.ts";
import { readDocument } from "../../src/source/index.ts";
import { buildTopology } from "../../src/topology/index.ts";
import { root } from "../source-files.ts";

/** How a scenario differs from its file: another text in some places, resources that are gone, things that are down. */
export interface Variant {
  /** Each stands in the file, and is replaced wherever it does. */
  readonly edits?: readonly (readonly [from: string, to: string])[];
  /** By name: `vpn-hub`, `a/to-b`. Children go with their parents. */
  readonly without?: readonly string[];
  /** By name, `#0` and the like behind it: `vpn-hub`, `vpn-hub#0`, `to-amsterdam`. */
  readonly down?: readonly string[];
}

export function textOf(slug: string, { edits = [] }: Variant = {}): string {
  let text = readFileSync(join(root, "test/scenarios", `${slug}.estate.yaml`), "utf8");
  for (const [from, to] of edits) {
    if (!text.includes(from)) throw new Error(`${slug} does not say ${from}`);
    text = text.replaceAll(from, to);
  }
  return text;
}

export function estateOf(slug: string, variant: Variant = {}): Estate {
  const { estate, diagnostics } = readEstate(readDocument(`${slug}.estate.yaml`, textOf(slug, variant)));
  if (diagnostics.length > 0) throw new Error(diagnostics.map(({ message }) => message).join("\n"));

  const gone = (variant.without ?? []).map((name) => idOf(name, estate));
  const kept = [...estate.resources].filter(
    ([key]) => !gone.some((id) => key === id || key.startsWith(`${id}/`)),
  );
  return { ...estate, resources: new Map(kept) };
}

/** An estate's answers, asked by the names that people write. */
export function scenario(slug: string, variant: Variant = {}) {
  const estate = estateOf(slug, variant);
  const topology = buildTopology(indexEstate(estate));
  const situation = { down: new Set((variant.down ?? []).map((name) => elementOf(name, estate))) };
  const solved = solveSessions(topology, situation);
  const tracer = createTracer(topology, solved, situation);
  const nodes = new Map([...topology.nodes.values()].map((node) => [nameOf(node.id), node]));

  function node(name: string): Node {
    return nodes.get(name) ?? missing(`node ${name} among ${[...nodes.keys()].join(", ")}`);
  }

  /** `hub/web 10.0.0.4`, `site/amsterdam 10.9.0.1`, `internet 8.8.8.8`. */
  function endOf(text: string): TraceEnd {
    const [name = "", written = ""] = text.split(" ");
    const address = parseAddress(written) ?? missing(`the address in ${text}`);
    return name === "internet" ? { internet: address } : { node: node(name).id, address };
  }

  function trace(from: string, to: string, flow: Flow = { protocol: "*" }): Trace {
    return tracer.trace(endOf(from), endOf(to), flow);
  }

  function rows(name: string) {
    const table = topology.tables.get(node(name).table ?? "") ?? missing(`a table of ${name}`);
    return effectiveRoutes(table, solved, { in: { topology, situation } }).map((route) => ({
      ...route,
      text: [
        route.source,
        route.state,
        route.addressPrefix,
        route.nextHopType,
        ...route.nextHopIpAddress,
      ].join(" "),
    }));
  }

  return {
    gaps: [...topology.gaps, ...solved.gaps],
    trace,
    /** `VirtualNetworkGateway Active 10.9.0.0/16 VirtualNetworkGateway 203.0.113.1`, sorted. */
    rows: (name: string) =>
      rows(name)
        .map(({ text }) => text)
        .toSorted(),
    /** Those of one prefix. */
    rowsFor: (name: string, prefix: string) =>
      rows(name)
        .filter(({ addressPrefix }) => addressPrefix === prefix)
        .map(({ text }) => text)
        .toSorted(),
    prefixes: (name: string) => [...new Set(rows(name).map(({ addressPrefix }) => addressPrefix))].toSorted(),
    reach: (from: string, to: string) => trace(from, to).outcome,
    /** Of all instances, as ARM lists them. */
    learned: (gateway: string): readonly GatewayRoute[] =>
      [...topology.nodes.values()]
        .filter(({ id }) => nameOf(id).replace(/#\d+$/, "") === gateway)
        .flatMap(({ id }) => learnedRoutes(id, topology, solved)),
    /** What a router knows: prefix and AS path, the best alone. */
    knows: (name: string) =>
      [...(solved.ribs.get(node(name).id)?.routes.values() ?? [])]
        .flatMap((routes) => routes.filter(({ best }) => best))
        .map(({ prefix, asPath }) => [formatPrefix(prefix), ...asPath].join(" "))
        .toSorted(),
  };
}

export function active(rows: readonly string[]): readonly string[] {
  return rows.filter((row) => row.includes(" Active "));
}

/** Whether every equal way passes this hop. */
export function passes(ways: readonly Way[], name: string): boolean {
  return ways.length > 0 && ways.every(({ hops }) => hops.some(({ node }) => nameOf(node).includes(name)));
}

/** Whether every equal way uses this medium. */
export function uses(ways: readonly Way[], medium: string): boolean {
  return ways.length > 0 && ways.every(({ hops }) => hops.some(({ segment }) => segment?.medium === medium));
}

/** `hub/web` for the id of a subnet, `vpn-hub#0` for an instance; ids that are not ARM's stay. */
function nameOf(id: string): string {
  const [resource = "", part] = id.split("#");
  const names = parseResourceId(resource)?.names.join("/") ?? resource;
  return part === undefined ? names : `${names}#${part}`;
}

function idOf(name: string, estate: Estate): string {
  for (const [key, { id }] of estate.resources) {
    if (nameOf(id) === name) return keyOf(key);
  }
  return missing(`resource ${name}`);
}

export function elementOf(name: string, estate: Estate): string {
  const [resource = "", part] = name.split("#");
  if (/^(site|region|peeringlocation|providerrouter|p2susers)\//.test(name)) return name;
  return part === undefined ? idOf(resource, estate) : `${idOf(resource, estate)}#${part}`;
}

function missing(what: string): never {
  throw new Error(`There is no ${what}`);
}
