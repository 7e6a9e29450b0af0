import { formatAddress } from "../ip/index.ts";
import type { Situation } from "../model/situation.ts";
import type { Decider, Hop, Segment, Trace, Way } from "../model/trace.ts";
import type { NamedEnd } from "./find-trace-ends.ts";
import type { Shown } from "./format-findings.ts";
import { placeOfOrigin } from "./origin-place.ts";

export interface TracedFlow {
  readonly from: NamedEnd;
  readonly to: NamedEnd;
  readonly trace: Trace;
  readonly situation: Situation;
  /** What the prediction leaves out along the way. */
  readonly notModelled: readonly string[];
  /** Until routers notice what is down, at most; `undefined` where nobody says. */
  readonly takenOverWithinSeconds: number | undefined;
}

/** What `trace --format json` answers. */
export function traceAnswer(
  { from, to, trace, situation, notModelled, takenOverWithinSeconds }: TracedFlow,
  shown: Shown,
) {
  const { outcome, because, there, back, assumed, truncated, flow } = trace;
  return {
    format: "isthmus/trace",
    version: 1,
    from: endAnswer(from),
    to: endAnswer(to),
    flow,
    down: [...situation.down].sort(),
    ...(situation.down.size > 0 && takenOverWithinSeconds !== undefined ? { takenOverWithinSeconds } : {}),
    outcome,
    because,
    there: there.map((way) => wayAnswer(way, shown)),
    back: back.map((way) => wayAnswer(way, shown)),
    truncated,
    assumed,
    notModelled,
  };
}

function endAnswer({ name, end }: NamedEnd) {
  return "internet" in end
    ? { name, address: formatAddress(end.internet) }
    : { name, address: formatAddress(end.address), node: end.node };
}

function wayAnswer({ outcome, because, bandwidthMbps, roundTripMs, denied, hops }: Way, shown: Shown) {
  return {
    outcome,
    because,
    ...(bandwidthMbps === undefined ? {} : { bandwidthMbps }),
    ...(roundTripMs === undefined ? {} : { roundTripMs }),
    ...(denied === undefined ? {} : { denied }),
    hops: hops.map((hop) => hopAnswer(hop, shown)),
  };
}

function hopAnswer({ node, name, source, destination, decidedBy, segment }: Hop, shown: Shown) {
  return {
    node,
    name,
    source: formatAddress(source),
    destination: formatAddress(destination),
    decidedBy: decidedBy.map((decider) => deciderAnswer(decider, shown)),
    ...(segment ? { segment: segmentAnswer(segment) } : {}),
  };
}

function deciderAnswer({ origin, ...decider }: Decider, shown: Shown) {
  const place = placeOfOrigin(origin, shown);
  if (!place) return decider;
  const { line, column } = place.span.start;
  return { ...decider, at: { file: place.file, line, column } };
}

function segmentAnswer(segment: Segment) {
  const { medium, name, encryptedBy, crossesInternet, bandwidthMbps, roundTripMs } = segment;
  return {
    medium,
    name,
    ...(encryptedBy === undefined ? {} : { encryptedBy }),
    crossesInternet,
    ...(bandwidthMbps === undefined ? {} : { bandwidthMbps }),
    ...(roundTripMs === undefined ? {} : { roundTripMs }),
  };
}
