import {
  type Address,
  addressAt,
  addressFamily,
  formatAddress,
  formatPrefix,
  parseAddress,
} from "../../src/ip/index.ts";
import type { Estate } from "../../src/model/estate.ts";
import { indexEstate } from "../../src/model/estate-index.ts";
import type { Node, Topology } from "../../src/model/topology.ts";
import type { Flow, Trace, TraceEnd, Way } from "../../src/model/trace.ts";
import { createTracer, solveSessions } from "../../src/routing/index.ts";
import { buildTopology } from "../../src/topology/index.ts";
import { createDraw, type Draw } from "../oracles/any-topology/draw.ts";
import { type Walked, type WalkedWay, walk } from "../oracles/packet-walker.ts";
import { spread } from "../oracles/walker/bgp.ts";

/** The same question to both, and both answers as text. */
export interface Twin {
  readonly question: string;
  readonly tracer: string;
  readonly walker: string;
}

const flows: readonly Flow[] = [
  { protocol: "tcp", port: 443 },
  { protocol: "tcp", port: 22 },
  { protocol: "udp", port: 53 },
  { protocol: "icmp" },
  { protocol: "*" },
];

/** Asks both about a few pairs of an estate, with all up and with one or two things down. */
export function twinsOf(estate: Estate, seed: number, questions: number): readonly Twin[] {
  const topology = buildTopology(indexEstate(estate));
  const ends = endsOf(topology);
  if (ends.length < 2) return [];
  const breakable = elementsOf(topology);
  return [0, 1, 2].flatMap((count) => {
    const draw = createDraw(seed, `twins ${count}`);
    const down = new Set(Array.from({ length: count }, () => draw.pick(breakable)));
    const ask = bothOf(topology, down);
    return Array.from({ length: questions }, () => ask(pairOf(ends, draw), draw.pick(flows)));
  });
}

function bothOf(topology: Topology, down: ReadonlySet<string>) {
  const solved = solveSessions(topology, { down });
  const tracer = createTracer(topology, solved, { down });
  const world = { topology, down };
  const used = spread(world);
  // Gaps of a solution are of routers that never come to rest. There any answer is as good as another.
  const rests = solved.gaps.length === 0 ? "BGP rests" : "BGP never rests";
  return ([from, to]: readonly [TraceEnd, TraceEnd], flow: Flow): Twin => {
    const situation = [...down].join(", ") || "nothing";
    const question = `${formatEnd(from)} -> ${formatEnd(to)} ${flow.protocol} ${flow.port ?? ""} down: ${situation}`;
    if (!used || solved.gaps.length > 0) return { question, tracer: rests, walker: "BGP never rests" };

    const trace = tracer.trace(from, to, flow);
    if (trace.truncated) return { question, tracer: "truncated", walker: "truncated" };
    const answer = formatTrace(trace);
    const walked = formatWalked(walk(from, to, flow, world, used));
    if (answer === walked) return { question, tracer: answer, walker: walked };

    // Where BGP can rest in several ways it is enough to come to one of them.
    const other = spread(world, true);
    const again = other ? formatWalked(walk(from, to, flow, world, other)) : "BGP never rests";
    return { question, tracer: answer, walker: again === answer ? again : walked };
  };
}

function pairOf(ends: readonly TraceEnd[], draw: Draw): readonly [TraceEnd, TraceEnd] {
  const from = draw.pick(ends.filter((end) => "node" in end));
  const family = addressFamily(addressOf(from));
  return [from, draw.pick(ends.filter((end) => end !== from && addressFamily(addressOf(end)) === family))];
}

function addressOf(end: TraceEnd): Address {
  return "internet" in end ? end.internet : end.address;
}

function endsOf(topology: Topology): readonly TraceEnd[] {
  const outside = ["8.8.8.8", "20.60.1.1", "2001:4860::1", "2620:1ec::1"].flatMap(
    (text) => parseAddress(text) ?? [],
  );
  return [
    ...[...topology.nodes.values()].flatMap((node) => endsAt(node, topology)),
    ...outside.map((internet) => ({ internet })),
  ];
}

const asking = ["subnet", "networkInterface", "privateEndpoint", "site", "p2sUsers"];

/** Of each of its ranges an address that nobody else has. */
function endsAt(node: Node, topology: Topology): readonly TraceEnd[] {
  if (!asking.includes(node.role)) return [];
  return node.prefixes.flatMap((prefix) => {
    const address = addressAt(prefix, prefix.length >= 30 ? 0 : 200);
    const others = [...topology.nodes.values()].filter(
      ({ id, within }) => id !== node.id && within === node.within,
    );
    const taken = others.some(({ prefixes }) =>
      prefixes.some(
        (other) =>
          other.length > prefix.length &&
          address &&
          formatPrefix(other).startsWith(`${formatAddress(address)}/`),
      ),
    );
    return address && !taken ? [{ node: node.id, address }] : [];
  });
}

function elementsOf({ nodes, links, sessions }: Topology): readonly string[] {
  const parts = [...nodes.values(), ...links.values(), ...sessions.values()];
  return [...new Set(parts.flatMap(({ id, needs }) => [id, ...needs.flat()]))];
}

function formatEnd(end: TraceEnd): string {
  return "internet" in end
    ? `internet ${formatAddress(end.internet)}`
    : `${end.node} ${formatAddress(end.address)}`;
}

function formatTrace({ outcome, there, back }: Trace): string {
  return [outcome, ...ways("there", there.map(wayOf)), ...ways("back", back.map(wayOf))].join("\n");
}

function formatWalked({ outcome, there, back }: Walked): string {
  return [outcome, ...ways("there", there), ...ways("back", back)].join("\n");
}

function wayOf({ hops, outcome, because }: Way): WalkedWay {
  const rows = hops.flatMap(({ decidedBy }) => {
    const deciders = decidedBy.filter(({ what }) => what === "route");
    const texts = deciders.map((row) =>
      row.what === "route" ? `${row.source} ${row.addressPrefix} ${row.nextHopType}` : "",
    );
    return texts.length === 0 ? [] : [texts.toSorted().join(" = ")];
  });
  return { nodes: hops.map(({ node }) => node), outcome, because, rows };
}

/** With `TWINS_WHY=1` each says why, in words that differ. */
const saysWhy = process.env.TWINS_WHY === "1";

function ways(direction: string, all: readonly WalkedWay[]): readonly string[] {
  const texts = all.map(({ nodes, outcome, because, rows }) => {
    const way = `  ${direction} ${outcome}: ${nodes.join(" > ")} | ${rows.join(" ; ")}`;
    return saysWhy ? `${way} (${because})` : way;
  });
  return [...new Set(texts)].toSorted();
}
