import { firstAddress } from "../ip/index.ts";
import type { Reach } from "../model/reach.ts";
import type { NodeId } from "../model/topology.ts";
import type { Flow, TraceEnd } from "../model/trace.ts";
import type { Heard, Remembered, Retracing } from "../routing/index.ts";
import type { WaySummary } from "./survival.ts";
import { passedBy, summariseWays } from "./way-summary.ts";

/** One for each trace, in however many situations it is the same. */
export interface Traced {
  readonly heard: Heard;
  readonly summary: WaySummary;
  readonly passed: ReturnType<typeof passedBy>;
}

export type TraceByKey = (key: string, from: NodeId, to: NodeId) => Traced | undefined;

/** Of the first pair that is asked for with that key: the others go the same way. */
export function createTraces(reach: Pick<Reach, "outcome" | "flow">, tracer: Retracing): TraceByKey {
  const known = new Map<string, Traced | undefined>();
  return (key, from, to) => {
    if (known.has(key)) return known.get(key);

    const found = traceOf(reach, { trace: (...asked) => tracer.traceHeard(...asked) }, from, to);
    const traced = found && summarised(found);
    known.set(key, traced);
    return traced;
  };
}

const summaries = new WeakMap<Remembered, Traced>();

function summarised(found: Remembered): Traced {
  const { trace, heard } = found;
  const known = summaries.get(found) ?? { heard, summary: summariseWays(trace), passed: passedBy(trace) };
  summaries.set(found, known);
  return known;
}

/** More parts than that are cheaper asked for anew than traced one by one. */
const mostParts = 8;

/** Of two endpoints, what the first addresses of each of their parts ask about on their ways; none where they are many. */
export function createPartTraces({ outcome, flow }: Pick<Reach, "outcome" | "flow">, tracer: Retracing) {
  return (from: NodeId, to: NodeId): readonly Heard[] => {
    const parts = outcome(from, to)?.parts ?? [];
    if (parts.length > mostParts) return [];
    const heard = parts.flatMap((part) => {
      const [source, destination] = [part.from[0], part.to[0]];
      if (!source || !destination) return [];
      return tracer.traceHeard(
        { node: from, address: firstAddress(source) },
        { node: to, address: firstAddress(destination) },
        flow,
      ).heard;
    });
    return heard.length === parts.length ? heard : [];
  };
}

/** Of the first addresses of the two that fare worst. */
export function traceOf<T>(
  { outcome, flow }: Pick<Reach, "outcome" | "flow">,
  { trace }: { readonly trace: (from: TraceEnd, to: TraceEnd, flow: Flow) => T },
  from: NodeId,
  to: NodeId,
): T | undefined {
  const found = outcome(from, to);
  const part = found?.parts.find((one) => one.outcome === found.outcome);
  const [source, destination] = [part?.from[0], part?.to[0]];
  if (!source || !destination) return undefined;
  return trace(
    { node: from, address: firstAddress(source) },
    { node: to, address: firstAddress(destination) },
    flow,
  );
}
