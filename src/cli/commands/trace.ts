import type { Estate } from "../../model/estate.ts";
import type { Gap } from "../../model/topology.ts";
import type { Flow, Trace, Way } from "../../model/trace.ts";
import { type Prediction, predict } from "../../predict.ts";
import type { Context } from "../command-context.ts";
import { DEFAULT_INPUT } from "../default-input.ts";
import { exitCode } from "../exit-code.ts";
import { findDown } from "../find-down.ts";
import { findTraceEnds } from "../find-trace-ends.ts";
import { gapsShown } from "../gaps-shown.ts";
import { loadEstate } from "../load-estate.ts";
import type { InputGiven } from "../load-input.ts";
import { tracePaintFor } from "../paint.ts";
import { nameOfNode } from "../places.ts";
import { takenOverWithin } from "../taken-over-within.ts";
import { tellTrace } from "../tell-trace.ts";
import { traceAnswer } from "../trace-answer.ts";
import { UserError } from "../user-error.ts";

export interface TraceFlags extends InputGiven {
  readonly port?: number;
  readonly protocol?: "tcp" | "udp" | "icmp";
  readonly down?: readonly string[];
  readonly format: "text" | "json";
}

/** The way of a flow and of its answers, and what decided at each hop. */
export function trace(
  context: Context,
  flags: TraceFlags,
  first?: string,
  second?: string,
  third?: string,
): void {
  const [input, from, to] = third === undefined ? [DEFAULT_INPUT, first, second] : [first, second, third];
  const flow = flowOf(flags);
  if (from === undefined || to === undefined) throw missingEnd();
  const loaded = loadEstate(context, input ?? DEFAULT_INPUT, flags.format, flags);
  if (!loaded) return;

  const prediction = predict(loaded.estate, findDown(loaded, flags.down ?? []));
  const [source, target] = findTraceEnds(from, to, prediction, loaded);
  const found = withNames(prediction.trace(source.end, target.end, flow), loaded.estate);
  const ways = [...found.there, ...found.back];
  const onTheWay = new Set(ways.flatMap(({ hops }) => hops.map(({ node }) => node)));
  // Where a flow does not arrive, anything that is left out may be the reason.
  const ends = [source.end, target.end].flatMap((end) => ("node" in end ? end.node : []));
  const met = new Set([...onTheWay, ...ends]);
  const gaps = prediction.gaps.filter((gap) => !isAboutOtherUsers(gap, met, prediction));
  const { notModelled } = gapsShown(gaps, found.outcome === "delivered" ? onTheWay : undefined);
  const traced = {
    from: source,
    to: target,
    trace: found,
    situation: prediction.situation,
    notModelled,
    takenOverWithinSeconds: takenOverWithin(prediction, loaded.estate),
  };

  const { stdout } = context.process;
  if (flags.format === "json")
    stdout.write(`${JSON.stringify(traceAnswer(traced, loaded.shown), null, 2)}\n`);
  else stdout.write(`${tellTrace(traced, loaded.shown, tracePaintFor(stdout)).join("\n")}\n`);
  if (found.outcome !== "delivered") context.process.exitCode = exitCode.findings;
}

/** What users are told changes nothing for anybody else. */
function isAboutOtherUsers({ about }: Gap, met: ReadonlySet<string>, { topology }: Prediction): boolean {
  const users = about.filter((id) => topology.nodes.get(id)?.role === "p2sUsers");
  return users.length > 0 && !users.some((id) => met.has(id));
}

/** Hops by the names that the command line takes. */
function withNames(trace: Trace, estate: Estate): Trace {
  const named = (way: Way): Way => ({
    ...way,
    hops: way.hops.map((hop) => ({ ...hop, name: nameOfNode(hop.node, estate) })),
  });
  return { ...trace, there: trace.there.map(named), back: trace.back.map(named) };
}

function flowOf({ port, protocol }: TraceFlags): Flow {
  if (port === undefined) return { protocol: protocol ?? "*" };
  if (protocol === "icmp")
    throw new UserError("ICMP has no ports.", "Leave --port out, or choose tcp or udp.");
  return { protocol: protocol ?? "tcp", port };
}

function missingEnd(): UserError {
  return new UserError(
    "trace takes where a flow begins and where it ends.",
    "For example: isthmus trace orders/web internet --port 443",
  );
}
