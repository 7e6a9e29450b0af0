import { formatBandwidth } from "../../../model/bandwidth.ts";
import type { Hop, Segment, Trace, Way } from "../../../model/trace.ts";
import { visible } from "../../../source/index.ts";
import { deciderWords } from "../../trace-words/decider-words.ts";
import { mediumWords } from "../../trace-words/medium-words.ts";
import { traceFacts } from "../../trace-words/trace-facts.ts";
import type { PageData, PageHop, PageSegment, PageTrace, PageWay } from "../page-data.ts";
import { createInterner } from "./interner.ts";
import { MOST_WAYS } from "./limits.ts";
import type { MapIndex } from "./map-index.ts";
import { numberOfOutcome } from "./outcome-looks.ts";

/** Traces into numbers: what two of them have in common is written once. */
export interface TraceWriter {
  write(trace: Trace, ends: PageTrace["ends"]): number;
  /** Where there is no room for more than how it ends. */
  writeOutcome(outcome: Trace["outcome"], ends: PageTrace["ends"]): number;
  readonly written: Pick<PageData, "texts" | "segments" | "hops" | "ways" | "traces">;
}

export function createTraceWriter(map: MapIndex, nameOf: (node: string) => string | undefined): TraceWriter {
  const texts = createInterner<string>();
  const segments = createInterner<PageSegment>();
  const hops = createInterner<PageHop>();
  const ways = createInterner<PageWay>();
  const traces = createInterner<PageTrace>();
  const text = (words: string) => texts.of(visible(words));

  function segmentOf({
    medium,
    name,
    encryptedBy,
    crossesInternet,
    bandwidthMbps,
    roundTripMs,
  }: Segment): number {
    const lines = medium === "network" ? [] : map.linesNamed(name);
    return segments.of({
      medium: text(
        medium === "internet" ? `${mediumWords(medium)}, by ${name}` : `${mediumWords(medium)} ${name}`,
      ),
      ...(encryptedBy === undefined ? {} : { encrypted: text(encryptedBy) }),
      ...(bandwidthMbps === undefined ? {} : { bandwidth: text(formatBandwidth(bandwidthMbps)) }),
      ...(roundTripMs === undefined ? {} : { latency: text(`${Math.round(roundTripMs)} ms`) }),
      ...(crossesInternet ? { internet: 1 as const } : {}),
      ...(medium === "network" ? { inside: 1 as const } : {}),
      ...(lines.length > 0 ? { lines } : {}),
    });
  }

  function hopOf({ node, name, decidedBy, segment }: Hop, outcome: Way["outcome"]): number {
    const goesOn = segment !== undefined || outcome === "partlyDenied";
    const card = map.cardOf(node);
    return hops.of({
      name: text(nameOf(node) ?? name),
      ...(decidedBy.length > 0
        ? { because: decidedBy.map((decider) => text(deciderWords(decider, goesOn))) }
        : {}),
      ...(segment ? { segment: segmentOf(segment) } : {}),
      ...(card === undefined ? {} : { card }),
    });
  }

  function wayOf({ outcome, because, hops }: Way): number {
    return ways.of({
      outcome: numberOfOutcome(outcome),
      because: text(because),
      hops: hops.map((hop) => hopOf(hop, outcome)),
    });
  }

  /** The ways that made the outcome come first. */
  function waysOf(found: readonly Way[], outcome: Trace["outcome"]): readonly number[] {
    const worst = found.filter((way) => way.outcome === outcome);
    const others = found.filter((way) => way.outcome !== outcome);
    return [...worst, ...others].slice(0, MOST_WAYS).map(wayOf);
  }

  return {
    write: (trace, ends) => {
      const { outcome, because, there, back } = trace;
      const arrives = back.length > 0 || outcome === "delivered";
      const more = [there, back].map((found) => Math.max(0, found.length - MOST_WAYS));
      return traces.of({
        outcome: numberOfOutcome(outcome),
        because: text(because),
        ends,
        ...(arrives
          ? { facts: traceFacts(trace).map(([label, words]) => [text(label), text(words)] as const) }
          : {}),
        there: waysOf(there, outcome),
        back: waysOf(back, outcome),
        ...(more.some((count) => count > 0) ? { more: [more[0] ?? 0, more[1] ?? 0] as const } : {}),
      });
    },
    writeOutcome: (outcome, ends) =>
      traces.of({ outcome: numberOfOutcome(outcome), because: text(""), ends, there: [], back: [] }),
    written: {
      texts: texts.values,
      segments: segments.values,
      hops: hops.values,
      ways: ways.values,
      traces: traces.values,
    },
  };
}
