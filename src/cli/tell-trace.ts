import { formatAddress } from "../ip/index.ts";
import type { Flow, Trace, Way } from "../model/trace.ts";
import { visible } from "../source/index.ts";
import { drawWay, type TracePaint } from "./draw-way.ts";
import type { NamedEnd } from "./find-trace-ends.ts";
import type { Shown } from "./format-findings.ts";
import { outcomeWords } from "./outcome-words.ts";
import { gapLines } from "./routes-text.ts";
import type { TracedFlow } from "./trace-answer.ts";
import { summaryLines } from "./trace-summary.ts";
import { wrap } from "./wrap.ts";

/** One flow, there and back, as a network engineer reads it. */
export function tellTrace(
  { from, to, trace, notModelled, situation, takenOverWithinSeconds }: TracedFlow,
  shown: Shown,
  paint: TracePaint,
): readonly string[] {
  const { outcome, because, there, back, assumed, truncated, flow } = trace;
  const colour = outcome === "delivered" ? paint.good : paint.bad;
  const arrives = back.length > 0 || outcome === "delivered";
  return [
    ...wrap(visible(`${endText(from)} to ${endText(to)}, ${flowText(flow)}`)).map(paint.bold),
    ...wrap(visible(`${capital(outcomeWords(outcome))}: ${because}`)).map(colour),
    ...(arrives ? ["", ...summaryLines(trace)] : []),
    ...(arrives && situation.down.size > 0 ? takeoverLines(takenOverWithinSeconds) : []),
    ...direction("There", there, trace, shown, paint),
    ...direction("Back", back, trace, shown, paint),
    ...(truncated ? ["", "There are more equal ways than were followed."] : []),
    ...gapLines({ notModelled: few(notModelled), assumed: few(assumed) }, paint),
  ];
}

/** A link that is seen to be down is noticed at once; one that is silent, when the session's hold time is over. */
function takeoverLines(seconds: number | undefined): readonly string[] {
  if (seconds === 0) return [];
  const text =
    seconds === undefined
      ? "not known: nobody says how soon the routers notice"
      : `within ${seconds} s, the BGP hold time, where the failure is silent`;
  return wrap(text, "Takes over  ", "            ");
}

/** A screen is for the answer; JSON has them all. */
const MOST_SENTENCES = 6;

export function few(sentences: readonly string[]): readonly string[] {
  if (sentences.length <= MOST_SENTENCES + 1) return sentences;
  const more = sentences.length - MOST_SENTENCES;
  return [...sentences.slice(0, MOST_SENTENCES), `and ${more} more; --format json has them all.`];
}

function direction(
  title: string,
  ways: readonly Way[],
  { outcome }: Trace,
  shown: Shown,
  paint: TracePaint,
): readonly string[] {
  if (ways.length === 0) return [];

  // The way that made the outcome is the one to look at.
  const drawn = ways.find((way) => way.outcome === outcome) ?? ways.find(isWrong) ?? ways[0];
  const others = ways.filter((way) => way !== drawn);
  const count = others.length === 0 ? "" : `, one of ${ways.length} equal ways`;
  return [
    "",
    paint.bold(`${title}${count}`),
    ...(drawn ? drawWay(drawn, shown, paint) : []),
    ...others.flatMap((way) => wrap(visible(`or ${wayText(way)}`), "  ", "    ")),
  ];
}

function isWrong({ outcome }: Way): boolean {
  return outcome !== "delivered";
}

function wayText({ hops, outcome }: Way): string {
  const names = hops.map(({ name }) => name).join(" › ");
  return outcome === "delivered" ? names : `${names}: ${outcomeWords(outcome)}`;
}

function endText({ name, end }: NamedEnd): string {
  const address = formatAddress("internet" in end ? end.internet : end.address);
  return name === address ? name : `${name} (${address})`;
}

function flowText({ protocol, port }: Flow): string {
  const what = protocol === "*" ? "any protocol" : protocol.toUpperCase();
  return port === undefined ? what : `${what} port ${port}`;
}

function capital(text: string): string {
  return `${text.slice(0, 1).toUpperCase()}${text.slice(1)}`;
}
