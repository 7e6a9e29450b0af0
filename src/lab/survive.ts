import { parseAddress } from "../ip/index.ts";
import type { Topology } from "../model/topology.ts";
import type { Trace } from "../model/trace.ts";
import type { Prediction } from "../predict.ts";
import type { Tracer } from "../routing/index.ts";
import { findDownParts } from "./down-parts.ts";
import { changeSituation } from "./fail.ts";
import type { LabHost, LabPlan } from "./lab-plan.ts";
import { allPairs, type HostPair, pingPairs } from "./ping-pairs.ts";
import type { Holder } from "./run/holder.ts";
import { settle } from "./settle.ts";
import type { SurvivableElement } from "./survivable-elements.ts";
import { type Tested, testLab } from "./test-lab.ts";
import { type Silence, watchPairs } from "./watch-pairs.ts";

/** What the failure of one element did. */
export interface Survived extends SurvivableElement {
  readonly tested: Tested;
  /** Pairs that go another way by the prediction, and were pinged all the time. */
  readonly watched: number;
  /** The pair that was silent for longest; absent where none was watched or none ever answered. */
  readonly longest?: Silence;
}

export interface SurviveLab {
  readonly holder: Holder;
  readonly plan: LabPlan;
  readonly topology: Topology;
  /** What is down already. */
  readonly down: readonly string[];
  /** The prediction with these down. */
  readonly predictionFor: (down: readonly string[]) => Prediction;
  /** Called before anything is taken down or brought back: who comes later must know. */
  readonly remember: (down: readonly string[]) => void;
}

/** More would be noise for each other. */
const WATCHED_AT_MOST = 24;

const SETTLES_WITHIN_SECONDS = 12;
const HEALS_WITHIN_SECONDS = 30;

/** Takes one element after the other down and brings it back, and tells of each as soon as it is known. */
export async function surviveFailures(
  lab: SurviveLab,
  elements: readonly SurvivableElement[],
  tell: (survived: Survived) => void,
): Promise<readonly Survived[]> {
  const all: Survived[] = [];
  await awaitPrediction(lab);
  for (const element of elements) {
    const survived = await failAndHeal(lab, element);
    tell(survived);
    all.push(survived);
  }
  return all;
}

async function failAndHeal(lab: SurviveLab, element: SurvivableElement): Promise<Survived> {
  const { holder, plan, topology } = lab;
  const down = [...lab.down, element.id];
  const before = findDownParts(plan, topology, { down: new Set(lab.down) });
  const after = findDownParts(plan, topology, { down: new Set(down) });
  const prediction = lab.predictionFor(down);
  const watched = concernedPairs(plan.hosts, lab.predictionFor(lab.down), prediction);
  const watch = await watchPairs(holder, watched);
  let silences: readonly Silence[] = [];
  let tested: Tested = { pairs: [], tables: [] };
  lab.remember(down);
  try {
    await changeSituation(holder, plan, before, after);
    await settle(holder, plan, after.daemons, SETTLES_WITHIN_SECONDS);
    tested = await testLab(holder, plan, prediction);
  } finally {
    silences = await watch.stop();
    await changeSituation(holder, plan, after, before);
    lab.remember(lab.down);
  }
  await awaitPrediction(lab);
  const [longest] = silences.toSorted((a, b) => b.milliseconds - a.milliseconds);
  return { ...element, tested, watched: watched.length, ...(longest === undefined ? {} : { longest }) };
}

/** All sessions are up again, and all that is to work works. */
async function awaitPrediction({ holder, plan, topology, down, predictionFor }: SurviveLab): Promise<void> {
  const tracer = predictionFor(down);
  const { daemons } = findDownParts(plan, topology, { down: new Set(down) });
  await settle(holder, plan, daemons, SETTLES_WITHIN_SECONDS);
  const working = allPairs(plan.hosts).filter((pair) => traceOf(pair, tracer)?.outcome === "delivered");
  await pingPairs(holder, working, HEALS_WITHIN_SECONDS);
}

/**
 * Pairs that reach each other before and after, but not by the same ways: only they can lose packets that they should
 * not. A ping goes both ways, so each pair is taken once.
 */
function concernedPairs(hosts: readonly LabHost[], before: Tracer, after: Tracer): readonly HostPair[] {
  const concerned = allPairs(hosts).filter((pair) => {
    if (pair.from.name >= pair.to.name) return false;
    const [first, second] = [traceOf(pair, before), traceOf(pair, after)];
    if (first?.outcome !== "delivered" || second?.outcome !== "delivered") return false;
    return waysOf(first) !== waysOf(second);
  });
  const step = Math.max(1, concerned.length / WATCHED_AT_MOST);
  return concerned.filter((_, place) => Math.floor(place / step) !== Math.floor((place - 1) / step));
}

function waysOf({ there, back }: Trace): string {
  return JSON.stringify(
    [there, back].map((ways) =>
      ways.map(({ hops }) => hops.map(({ node, segment }) => [node, segment?.name])),
    ),
  );
}

function traceOf({ from, to }: HostPair, tracer: Tracer): Trace | undefined {
  const [source, destination] = [parseAddress(from.address), parseAddress(to.address)];
  if (source === undefined || destination === undefined) return undefined;
  return tracer.trace(
    { node: from.node, address: source },
    { node: to.node, address: destination },
    { protocol: "icmp" },
  );
}
