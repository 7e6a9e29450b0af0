import { setTimeout as wait } from "node:timers/promises";
import { parseAddress } from "../ip/index.ts";
import type { Outcome, Trace } from "../model/trace.ts";
import type { Tracer } from "../routing/index.ts";
import type { LabHost } from "./lab-plan.ts";
import { allPairs, type HostPair, type Pinged, pingPairs } from "./ping-pairs.ts";
import type { Holder } from "./run/holder.ts";
import { type Verdict, verdictOf } from "./verdict-of.ts";

/** What was predicted of a pair of hosts, and what the lab did. */
export interface Compared extends Pinged {
  readonly outcome: Outcome;
  readonly because: string;
  readonly verdict: Verdict;
}

/** Long enough for every session to come up, with either timers. */
const PATIENCE_SECONDS = 20;

/** Longer than fast timers hold a route whose neighbour is gone. */
export const FORGETS_WITHIN_SECONDS = 12;

/**
 * Every pair of hosts both ways. What is predicted to work has time to begin; what is predicted to fail is asked after
 * that, for by then it would work if it could; and where it does, again, for routers may be about to forget a way. Beside
 * that goes what only had to wait for what works.
 */
export async function compareWithPrediction(
  holder: Holder,
  hosts: readonly LabHost[],
  tracer: Tracer,
  patienceSeconds = PATIENCE_SECONDS,
  beside: () => Promise<void> = async () => {},
): Promise<readonly Compared[]> {
  const predicted = allPairs(hosts).map((pair) => ({ pair, trace: traceOf(pair, tracer) }));
  const working = predicted.filter(({ trace }) => trace.outcome === "delivered").map(({ pair }) => pair);
  const failing = predicted.filter(({ trace }) => trace.outcome !== "delivered").map(({ pair }) => pair);
  const mustFail = new Set(
    predicted.filter(({ trace }) => verdictOf(trace, true) === "differs").map(({ pair }) => keyOf(pair)),
  );
  const worked = await pingPairs(holder, working, patienceSeconds);
  const [failed] = await Promise.all([
    pingUntilSilent(
      holder,
      failing,
      (pair) => mustFail.has(keyOf(pair)),
      Math.min(patienceSeconds, FORGETS_WITHIN_SECONDS),
    ),
    beside(),
  ]);
  const answers = new Map([...worked, ...failed].map((one) => [keyOf(one), one]));

  return predicted.flatMap(({ pair, trace }) => {
    const one = answers.get(keyOf(pair));
    if (!one) return [];
    const { outcome, because } = trace;
    return [{ ...one, outcome, because, verdict: verdictOf(trace, one.answers) }];
  });
}

async function pingUntilSilent(
  holder: Holder,
  pairs: readonly HostPair[],
  mustFail: (pair: HostPair) => boolean,
  patienceSeconds: number,
): Promise<readonly Pinged[]> {
  const end = performance.now() + patienceSeconds * 1000;
  let pinged = await pingPairs(holder, pairs, 0);
  // Where either is right, nobody waits for silence.
  for (
    let loud = pinged.filter((one) => one.answers && mustFail(one));
    loud.length > 0 && performance.now() < end;
  ) {
    await wait(500);
    const again = await pingPairs(holder, loud, 0);
    const silent = new Set(again.filter(({ answers }) => !answers).map(keyOf));
    pinged = pinged.map((one) => (silent.has(keyOf(one)) ? { ...one, answers: false } : one));
    loud = again.filter(({ answers }) => answers);
  }
  return pinged;
}

function keyOf({ from, to }: HostPair): string {
  return `${from.name} ${to.name}`;
}

function traceOf({ from, to }: HostPair, tracer: Tracer): Trace {
  const [source, destination] = [parseAddress(from.address), parseAddress(to.address)];
  if (source === undefined || destination === undefined) throw new Error("A host has an address.");
  return tracer.trace(
    { node: from.node, address: source },
    { node: to.node, address: destination },
    { protocol: "icmp" },
  );
}
