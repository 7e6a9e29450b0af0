import { formatAddress } from "../ip/index.ts";
import type { Situation } from "../model/situation.ts";
import type { Topology } from "../model/topology.ts";
import type { Trace } from "../model/trace.ts";
import type { Solved } from "./solved.ts";
import { createListener, type Heard, type Listener, stillSays } from "./trace/listener.ts";
import type { World } from "./trace/world.ts";
import { createWorld, type Tracer, traceIn } from "./trace.ts";

/**
 * Traces in many situations of one topology. A trace depends on the answers that it got on its way and on nothing else,
 * so where another situation gives all the same answers it is the same trace, and not walked again.
 */
export interface Retracer {
  /** The very same `Trace` comes back where nothing that it asked about has changed. */
  tracerIn(solved: Solved, situation: Situation): Retracing;
}

export interface Retracing extends Tracer {
  readonly world: World;
  /** The trace, and what it heard on its way. */
  traceHeard(...asked: Parameters<Tracer["trace"]>): Remembered;
  /** Whether everything that was heard in another situation would be heard in this one. */
  saysAgain(heard: Heard): boolean;
}

export interface Remembered {
  readonly trace: Trace;
  readonly heard: Heard;
}

/** Of one pair; whoever asks for more situations than that has them walked anew. */
const mostOfOnePair = 64;

/** Of all pairs together: a large estate has more pairs than a machine has room for. */
const mostOfAll = 50_000;

/** `most` different traces of one pair are remembered: of few that come again the others are in the way. */
export function createRetracer(
  topology: Topology,
  latency: World["latency"] = () => undefined,
  most: number = mostOfOnePair,
): Retracer {
  const known = new Map<string, Remembered[]>();
  let remembered = 0;

  function traceHeard(listener: Listener, ...[from, to, flow]: Parameters<Tracer["trace"]>): Remembered {
    const key = `${textOf(from)} > ${textOf(to)} ${flow.protocol} ${flow.port ?? ""}`;
    const before = known.get(key) ?? [];
    const same = before.find(({ heard }) => stillSays(listener, heard));
    if (same) return same;

    const { result: trace, heard } = listener.listen((world) => traceIn(world, from, to, flow));
    const found = { trace, heard };
    if (before.length < most && remembered < mostOfAll) {
      known.set(key, [...before, found]);
      remembered += 1;
    }
    return found;
  }

  return {
    tracerIn(solved, situation) {
      const world = createWorld(topology, solved, situation, latency);
      const listener = createListener(world, solved.gaps);
      return {
        world,
        trace: (...asked) => traceHeard(listener, ...asked).trace,
        traceHeard: (...asked) => traceHeard(listener, ...asked),
        saysAgain: (heard) => stillSays(listener, heard),
      };
    },
  };
}

function textOf(end: Trace["from"]): string {
  return "internet" in end ? formatAddress(end.internet) : `${end.node} ${formatAddress(end.address)}`;
}

export type { Heard };
