import type { Expectation } from "../model/expectation.ts";
import type { NodeId } from "../model/topology.ts";
import type { Outcome, Trace, Way } from "../model/trace.ts";
import type { Failure, ProofResult, Verdict } from "./proof.ts";
import type { Questions } from "./questions.ts";
import { wrongWay } from "./wrong-ways.ts";

/** One expectation, held against every pair of classes that it speaks of; the worst of them is told. */
export function proveOne(expectation: Expectation, questions: Questions): ProofResult {
  const judge = expectation.reach ? judgeReach : judgeIsolation;
  let isEmpty = true;
  let worst: Judged | undefined;
  for (const [from, to] of classPairs(expectation, questions)) {
    isEmpty = false;
    const judged = judge(from, to, expectation, questions);
    if (judged && (!worst || RANKS[judged.verdict] > RANKS[worst.verdict])) worst = judged;
    if (worst?.verdict === "unmet") break;
  }
  // Where nobody is, nobody is reached.
  if (isEmpty && expectation.reach)
    return { expectation, verdict: "unproven", failure: noEndpoints(expectation, questions) };
  return { expectation, verdict: "met", ...worst };
}

type Judged = Pick<ProofResult, "verdict" | "failure">;

const RANKS: Readonly<Record<Verdict, number>> = { met: 0, oneWay: 1, unproven: 2, unmet: 3 };

/** Pairs of endpoints, one for all that nothing tells apart; never of one and the same end. */
function* classPairs(
  { from, to, bothWays, flow }: Expectation,
  { endpointsIn, classOf }: Questions,
): Iterable<readonly [NodeId, NodeId]> {
  const seen = new Set<string>();
  for (const a of from.nodes) {
    for (const b of to.nodes) {
      if (a === b && from.nodes.length + to.nodes.length > 2) continue;
      for (const one of endpointsIn(a)) {
        for (const other of endpointsIn(b)) {
          const key = `${classOf(one, flow)} ${classOf(other, flow)}`;
          if (seen.has(key)) continue;
          seen.add(key);
          yield [one, other];
          if (bothWays) yield [other, one];
        }
      }
    }
  }
}

/** Where nobody can tell, a connection is not known to fail. */
const UNKNOWN: ReadonlySet<Outcome> = new Set(["notModelled", "leavesEstate"]);

function judgeReach(
  from: NodeId,
  to: NodeId,
  expectation: Expectation,
  questions: Questions,
): Judged | undefined {
  const { flow } = expectation;
  const outcome = questions.outcome(from, to, flow);
  if (outcome !== "delivered") {
    const trace = questions.traces(from, to, flow).find((one) => one.outcome === outcome);
    const because = trace?.because ?? "they have no family of addresses in common.";
    return {
      verdict: UNKNOWN.has(outcome) ? "unproven" : "unmet",
      failure: { what: "outcome", because, from, to, outcome, ...(trace ? { trace } : {}) },
    };
  }
  if (!asksOfWays(expectation)) return undefined;

  for (const trace of questions.traces(from, to, flow)) {
    const wrong = wrongWay(trace, expectation);
    if (wrong) return { verdict: "unmet", failure: { ...wrong, from, to, outcome, trace } };
  }
  return undefined;
}

/** Between networks of Azure nothing crosses the internet but what tunnels encrypt: then no trace is needed. */
function asksOfWays({ encrypted, internet, atLeastMbps, from, to }: Expectation): boolean {
  const leavesAzure = [...from.nodes, ...to.nodes].some((node) => !node.startsWith("/"));
  return (
    internet !== undefined ||
    atLeastMbps !== undefined ||
    (encrypted !== undefined && (encrypted.value === "betweenNetworks" || leavesAzure))
  );
}

/** An exchange must not be possible by any of the equal ways. */
function judgeIsolation(
  from: NodeId,
  to: NodeId,
  { flow }: Expectation,
  questions: Questions,
): Judged | undefined {
  let worst: Judged | undefined;
  for (const trace of questions.traces(from, to, flow)) {
    const verdict = isolationOf(trace);
    if (verdict === "met" || (worst && RANKS[worst.verdict] >= RANKS[verdict])) continue;
    const { outcome, because } = trace;
    worst = { verdict, failure: { what: "outcome", because, from, to, outcome, trace } };
  }
  return worst;
}

function isolationOf({ outcome, there, back, truncated }: Trace): Verdict {
  const arrives = there.some(isIn);
  const answers = back.some((way) => isIn(way) || way.outcome === "asymmetric");
  if (outcome === "asymmetric" || (arrives && (answers || back.length === 0))) return "unmet";
  if (outcome === "notModelled" || outcome === "leavesEstate" || truncated) return "unproven";
  return arrives || outcome === "returnPathMissing" ? "oneWay" : "met";
}

function isIn({ outcome }: Way): boolean {
  return outcome === "delivered" || outcome === "partlyDenied";
}

function noEndpoints({ from, to }: Expectation, { endpointsIn }: Questions): Failure {
  const empty = [from, to].find(({ nodes }) => nodes.every((node) => endpointsIn(node).length === 0));
  const because = `${empty?.name ?? from.name} has no subnet with room for hosts.`;
  return { what: "noEndpoints", because };
}
