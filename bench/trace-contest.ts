import { parseAddress } from "../src/ip/index.ts";
import { indexEstate } from "../src/model/estate-index.ts";
import { everythingUp } from "../src/model/situation.ts";
import type { Flow, TraceEnd } from "../src/model/trace.ts";
import { readEstate } from "../src/readers/estate/read-estate.ts";
import { createTracer, solveSessions } from "../src/routing/index.ts";
import { readDocument } from "../src/source/read-document.ts";
import { buildTopology } from "../src/topology/index.ts";
import { walk } from "../test/oracles/packet-walker.ts";
import { spread } from "../test/oracles/walker/bgp.ts";

/** The same questions put to both, all answered in one text; what a situation needs once is made before. */
export interface TraceContest {
  readonly fast: () => string;
  readonly slow: () => string;
}

export interface WrittenEnd {
  readonly node: string;
  readonly address: string;
}

const flow: Flow = { protocol: "tcp", port: 443 };

export function traceContest(
  text: string,
  questions: readonly (readonly [WrittenEnd, WrittenEnd])[],
): TraceContest {
  const { estate } = readEstate(readDocument("bench.estate.json", text));
  const topology = buildTopology(indexEstate(estate));
  const tracer = createTracer(topology, solveSessions(topology, everythingUp), everythingUp);
  const world = { topology, down: everythingUp.down };
  const used = spread(world);
  if (!used) throw new Error("BGP never rests");

  const pairs = questions.map(([from, to]) => [readEnd(from), readEnd(to)] as const);
  return {
    fast: () => pairs.map(([from, to]) => tracer.trace(from, to, flow).outcome).join(" "),
    slow: () => pairs.map(([from, to]) => walk(from, to, flow, world, used).outcome).join(" "),
  };
}

function readEnd({ node, address }: WrittenEnd): TraceEnd {
  const parsed = parseAddress(address);
  if (!parsed) throw new Error(`${address} is no address`);
  return { node, address: parsed };
}
