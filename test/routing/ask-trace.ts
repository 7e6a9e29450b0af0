import { everythingUp } from "../../src/model/situation.ts";
import type { Topology } from "../../src/model/topology.ts";
import type { Flow, Trace, TraceEnd, Way } from "../../src/model/trace.ts";
import type { Solved } from "../../src/routing/solved.ts";
import { createTracer } from "../../src/routing/trace.ts";
import { address, nothingLearned } from "./topology-builder.ts";

export interface Asked {
  readonly flow?: Flow;
  readonly down?: readonly string[];
  readonly solved?: Solved;
  readonly latency?: (a: string, b: string) => number | undefined;
}

/** `vm1 10.0.0.4` is a node and its address; `8.8.8.8` is on the internet. */
export function askTrace(topology: Topology, from: string, to: string, asked: Asked = {}): Trace {
  const { flow = { protocol: "tcp", port: 443 }, down, solved = nothingLearned, latency } = asked;
  const situation = down ? { down: new Set(down) } : everythingUp;
  return createTracer(topology, solved, situation, latency).trace(endOf(from), endOf(to), flow);
}

function endOf(text: string): TraceEnd {
  const [first = "", second] = text.split(" ");
  return second === undefined ? { internet: address(first) } : { node: first, address: address(second) };
}

/** `vm1 > hub > vm2` */
export function placesOf(ways: readonly Way[]): readonly string[] {
  return ways.map(({ hops }) => hops.map(({ name }) => name).join(" > "));
}
