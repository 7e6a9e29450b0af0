import {
  type Address,
  addressAt,
  addressCount,
  addressFamily,
  containsAddress,
  formatAddress,
  type Prefix,
} from "../../src/ip/index.ts";
import type { Estate } from "../../src/model/estate.ts";
import { indexEstate } from "../../src/model/estate-index.ts";
import type { Endpoint, PairOutcome, Reach } from "../../src/model/reach.ts";
import type { Topology } from "../../src/model/topology.ts";
import type { Flow, Outcome } from "../../src/model/trace.ts";
import { createTracer, reach, solveSessions, type Tracer } from "../../src/routing/index.ts";
import { buildTopology } from "../../src/topology/index.ts";
import { createDraw, type Draw } from "../oracles/any-topology/draw.ts";

export interface Disagreement {
  readonly question: string;
  readonly reach: string;
  readonly tracer: string;
}

export interface Compared {
  readonly asked: number;
  readonly disagreements: readonly Disagreement[];
}

const flows: readonly Flow[] = [
  { protocol: "*" },
  { protocol: "tcp", port: 443 },
  { protocol: "udp", port: 53 },
  { protocol: "icmp" },
];

/** Addresses of every endpoint against those of every other, with all up and with one or two things down. */
export function compareReach(estate: Estate, seed: number, addresses: number): Compared {
  const topology = buildTopology(indexEstate(estate));
  const breakable = elementsOf(topology);
  const compared = [0, 1, 2].map((count) => {
    const draw = createDraw(seed, `reach ${count}`);
    const down = new Set(Array.from({ length: count }, () => draw.pick(breakable)));
    return compareIn(topology, down, draw.pick(flows), addresses, draw);
  });
  return {
    asked: compared.reduce((sum, { asked }) => sum + asked, 0),
    disagreements: compared.flatMap(({ disagreements }) => disagreements),
  };
}

function compareIn(
  topology: Topology,
  down: ReadonlySet<string>,
  flow: Flow,
  addresses: number,
  draw: Draw,
): Compared {
  const solved = solveSessions(topology, { down });
  const found = reach(topology, solved, { down }, flow);
  const tracer = createTracer(topology, solved, { down });
  const samples = new Map(found.endpoints.map((end) => [end, addressesOf(end, topology, addresses, draw)]));
  const disagreements: Disagreement[] = [];
  let asked = 0;
  for (const from of found.endpoints) {
    for (const to of found.endpoints) {
      const answer = found.outcome(from.id, to.id);
      for (const source of samples.get(from) ?? []) {
        for (const destination of samples.get(to) ?? []) {
          if (addressFamily(source) !== addressFamily(destination)) continue;
          asked += 1;
          const expected = traced(tracer, from, source, to, destination, flow);
          const got = partFor(answer, source, destination);
          if (got === expected) continue;
          const situation = [...down].join(", ") || "nothing";
          disagreements.push({
            question: `${from.id} ${formatAddress(source)} -> ${to.id} ${formatAddress(destination)} ${flow.protocol} ${flow.port ?? ""} down: ${situation}`,
            reach: String(got),
            tracer: expected,
          });
        }
      }
    }
  }
  return { asked, disagreements: [...disagreements, ...wrongSums(found)] };
}

function traced(
  tracer: Tracer,
  from: Endpoint,
  source: Address,
  to: Endpoint,
  destination: Address,
  flow: Flow,
): Outcome {
  return tracer.trace({ node: from.id, address: source }, { node: to.id, address: destination }, flow)
    .outcome;
}

function partFor(answer: PairOutcome | undefined, source: Address, destination: Address) {
  return answer?.parts.find((part) => holds(part.from, source) && holds(part.to, destination))?.outcome;
}

function holds(prefixes: readonly Prefix[], address: Address): boolean {
  return prefixes.some((prefix) => containsAddress(prefix, address));
}

/** `counts`, `pairs` and `outcome` must be three ways to say one thing. */
function wrongSums(found: Reach): readonly Disagreement[] {
  const listed = new Map<Outcome, number>();
  const wrong: Disagreement[] = [];
  for (const { from, to, outcome } of found.pairs()) {
    listed.set(outcome, (listed.get(outcome) ?? 0) + 1);
    const answer = found.outcome(from, to)?.outcome;
    if (answer !== outcome) wrong.push({ question: `${from} -> ${to}`, reach: outcome, tracer: `${answer}` });
  }
  const texts = [listed, found.counts()].map((counts) =>
    JSON.stringify([...counts].sort(([a], [b]) => (a < b ? -1 : 1))),
  );
  if (texts[0] !== texts[1])
    wrong.push({ question: "counts", reach: texts[1] ?? "", tracer: texts[0] ?? "" });
  return wrong;
}

/** Of each range its first and last, those that somebody in it has, and some at random. */
function addressesOf(end: Endpoint, topology: Topology, count: number, draw: Draw): readonly Address[] {
  const inside = [...topology.nodes.values()].flatMap(({ prefixes }) => prefixes);
  const all = end.prefixes.flatMap((prefix) => {
    const size = Math.min(addressCount(prefix), 65_536);
    const random = Array.from({ length: count }, () => draw.below(size));
    const own = inside.flatMap((other) => {
      const first = addressAt(other, 0);
      return first && other.length > prefix.length && containsAddress(prefix, first) ? [first] : [];
    });
    return [...[0, size - 1, ...random].flatMap((offset) => addressAt(prefix, offset) ?? []), ...own];
  });
  return [...new Map(all.map((address) => [formatAddress(address), address])).values()].slice(0, 8);
}

function elementsOf({ nodes, links, sessions }: Topology): readonly string[] {
  const parts = [...nodes.values(), ...links.values(), ...sessions.values()];
  return [...new Set(parts.flatMap(({ id, needs }) => [id, ...needs.flat()]))];
}
