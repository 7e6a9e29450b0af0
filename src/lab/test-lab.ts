import type { Trace } from "../model/trace.ts";
import type { Prediction } from "../predict.ts";
import type { Tracer } from "../routing/index.ts";
import { type ComparedTable, compareTables } from "./compare-tables.ts";
import { type Compared, compareWithPrediction, FORGETS_WITHIN_SECONDS } from "./compare-with-prediction.ts";
import { createIndependence, type Independence } from "./independence.ts";
import type { LabPlan } from "./lab-plan.ts";
import type { Holder } from "./run/holder.ts";

export interface TestedPair extends Compared {
  readonly independence: Independence;
}

export interface Tested {
  readonly pairs: readonly TestedPair[];
  readonly tables: readonly ComparedTable[];
}

/** Every pair of hosts against its prediction, and how much each says; then every table. */
export async function testLab(
  holder: Holder,
  plan: LabPlan,
  prediction: Pick<Prediction, "topology" | "solved" | "situation" | "trace">,
): Promise<Tested> {
  const traces = new Map<string, Trace>();
  const remembering: Tracer = {
    trace(from, to, flow) {
      const trace = prediction.trace(from, to, flow);
      if ("node" in from && "node" in to) traces.set(`${from.node} ${to.node}`, trace);
      return trace;
    },
  };
  const start = performance.now();
  let tables: readonly ComparedTable[] = [];
  const compared = await compareWithPrediction(holder, plan.hosts, remembering, undefined, async () => {
    // What pairs have waited for, tables have too.
    const waited = (performance.now() - start) / 1000;
    tables = await compareTables(holder, plan, prediction, FORGETS_WITHIN_SECONDS - waited);
  });
  const independenceOf = createIndependence(prediction.topology);
  const pairs = compared.flatMap((pair) => {
    const trace = traces.get(`${pair.from.node} ${pair.to.node}`);
    return trace ? [{ ...pair, independence: independenceOf(trace) }] : [];
  });
  return { pairs, tables };
}
