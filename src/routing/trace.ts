import type { Address } from "../ip/index.ts";
import type { Situation } from "../model/situation.ts";
import type { Topology } from "../model/topology.ts";
import type { Decider, Flow, Hop, Trace, TraceEnd, Way } from "../model/trace.ts";
import { partsOf } from "./flow-parts.ts";
import { createLookup } from "./lookup.ts";
import type { Solved } from "./solved.ts";
import { beginAt, beginOutside, senderOf } from "./trace/begin.ts";
import type { End } from "./trace/journey.ts";
import { arrives, type Finding, meaningOfReturn, worstOf } from "./trace/outcome.ts";
import { gapsByElement, indexOf } from "./trace/topology-index.ts";
import { mostWays, type Walked, walk } from "./trace/walk.ts";
import { wayOf } from "./trace/way.ts";
import { returnKey, walkBack } from "./trace/way-back.ts";
import { nameOf, type World } from "./trace/world.ts";
import { createUp } from "./up.ts";

export interface Tracer {
  trace(from: TraceEnd, to: TraceEnd, flow: Flow): Trace;
}

/** `latency` answers the round trip between two regions in milliseconds, where one is published. */
export function createTracer(
  topology: Topology,
  solved: Solved,
  situation: Situation,
  latency: World["latency"] = () => undefined,
): Tracer {
  const world = createWorld(topology, solved, situation, latency);
  return { trace: (from, to, flow) => traceIn(world, from, to, flow) };
}

export function createWorld(
  topology: Topology,
  solved: Solved,
  situation: Situation,
  latency: World["latency"],
): World {
  return {
    ...createLookup(topology, solved, situation),
    topology,
    index: indexOf(topology),
    up: createUp(topology, situation),
    solvedGaps: gapsByElement(solved.gaps),
    latency,
  };
}

export function traceIn(world: World, from: TraceEnd, to: TraceEnd, flow: Flow): Trace {
  const walked = walkThere(world, from, to, flow);
  if (typeof walked === "string") return unanswered(from, to, flow, walked);

  const answers =
    "internet" in from || "internet" in to ? nothing : walkAllBack(walked.ends, from, to.address, world);
  const ends = [...walked.ends, ...answers.ends];
  const { outcome, because } = verdict(walked.ends, answers);
  return {
    from,
    to,
    flow,
    outcome,
    because,
    there: walked.ends.map(wayOf),
    back: distinct(answers.ends.map(wayOf)),
    assumed: [...new Set(ends.flatMap(({ journey }) => journey.assumed))],
    truncated: walked.truncated || answers.truncated,
  };
}

function walkThere(world: World, from: TraceEnd, to: TraceEnd, flow: Flow): Walked | string {
  const errand = { world, to };
  if ("internet" in from) {
    if ("internet" in to) return "Neither end is in the estate.";

    const target = world.topology.nodes.get(to.node);
    if (!target) return `${to.node} is not known.`;

    const begun = beginOutside(from.internet, target, to.address, partsOf(flow), errand);
    return join(begun.map((step) => walk(step, errand)));
  }
  const node = world.topology.nodes.get(from.node);
  if (!node) return `${from.node} is not known.`;

  const destination = "internet" in to ? to.internet : to.address;
  const packet = { source: from.address, destination };
  return walk(beginAt(senderOf(node, from.address, world), packet, partsOf(flow), errand), errand);
}

function unanswered(from: TraceEnd, to: TraceEnd, flow: Flow, because: string): Trace {
  return {
    from,
    to,
    flow,
    outcome: "notModelled",
    because,
    there: [],
    back: [],
    assumed: [],
    truncated: false,
  };
}

interface Answers extends Walked {
  readonly findings: readonly Finding[];
}

const nothing: Answers = { ends: [], findings: [], truncated: false };

/** Each answer once, and not more of them than ways there may be. */
function walkAllBack(there: readonly End[], to: TraceEnd, asked: Address, world: World): Answers {
  const arrived = there.filter(({ outcome }) => arrives(outcome)).map(({ journey }) => journey);
  const once =
    arrived.length < 2
      ? arrived
      : new Map(arrived.map((journey) => [returnKey(journey, world), journey])).values();
  let answers = nothing;
  for (const journey of once) {
    const most = mostWays - answers.ends.length;
    if (most <= 0) return { ...answers, truncated: true };

    const { ends, truncated } = walkBack(journey, to, asked, world, most);
    const findings = ends.map((end) => meaningOfReturn(end, nameOf(journey.node, world)));
    answers = {
      ends: [...answers.ends, ...ends],
      findings: [...answers.findings, ...findings],
      truncated: answers.truncated || truncated,
    };
  }
  return answers;
}

function verdict(there: readonly End[], { findings }: Answers): Finding {
  const [first, ...others] = [...there, ...findings];
  if (!first) return { outcome: "notModelled", because: "No way was found." };

  const worst = worstOf([first, ...others]);
  return worst.outcome === "delivered" && findings.length > 0
    ? { outcome: "delivered", because: `${first.because.replace(/\.$/, "")}, and the answer comes back.` }
    : worst;
}

/** Of those of one course the last, in the place of the first. There are few, so each is held against the others. */
function distinct(ways: readonly Way[]): readonly Way[] {
  const found: Way[] = [];
  for (const way of ways) {
    const same = found.findIndex((other) => isSameCourse(other, way));
    if (same < 0) found.push(way);
    else found[same] = way;
  }
  return found;
}

function isSameCourse(a: Way, b: Way): boolean {
  return (
    a.outcome === b.outcome &&
    a.hops.length === b.hops.length &&
    a.hops.every((hop, place) => isSameHop(hop, b.hops[place]))
  );
}

function isSameHop(a: Hop, b: Hop | undefined): boolean {
  return (
    a.node === b?.node &&
    a.segment?.name === b.segment?.name &&
    a.decidedBy.length === b.decidedBy.length &&
    a.decidedBy.every((by, place) => saidBy(by) === saidBy(b.decidedBy[place]))
  );
}

function saidBy(by: Decider | undefined): string | undefined {
  return by?.what === "route" ? by.addressPrefix : by?.what;
}

function join(walks: readonly Walked[]): Walked {
  return {
    ends: walks.flatMap(({ ends }) => ends),
    truncated: walks.some(({ truncated }) => truncated),
  };
}
