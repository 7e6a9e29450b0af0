import type { Topology } from "../model/topology.ts";
import type { Trace } from "../model/trace.ts";
import type { Tracer } from "../routing/index.ts";
import { type Compared, compareWithPrediction } from "./compare-with-prediction.ts";
import { createIndependence, type Independence } from "./independence.ts";
import type { LabHost } from "./lab-plan.ts";
import type { Holder } from "./run/holder.ts";

export interface TestedPair extends Compared {
  readonly independence: Independence;
}

/** Every pair of hosts against its prediction, and how much each says. */
export async function testLab(
  holder: Holder,
  hosts: readonly LabHost[],
  tracer: Tracer,
  topology: Topology,
): Promise<readonly TestedPair[]> {
  const traces = new Map<string, Trace>();
  const remembering: Tracer = {
    trace(from, to, flow) {
      const trace = tracer.trace(from, to, flow);
      if ("node" in from && "node" in to) traces.set(`${from.node} ${to.node}`, trace);
      return trace;
    },
  };
  const compared = await compareWithPrediction(holder, hosts, remembering);
  const independenceOf = createIndependence(topology);
  return compared.flatMap((pair) => {
    const trace = traces.get(`${pair.from.node} ${pair.to.node}`);
    return trace ? [{ ...pair, independence: independenceOf(trace) }] : [];
  });
}
