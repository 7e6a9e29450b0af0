import { formatAddress } from "../ip/index.ts";
import { formatBandwidth } from "../model/bandwidth.ts";
import type { Decider, Hop, Segment, Way } from "../model/trace.ts";
import { deciderWords } from "../outputs/trace-words/decider-words.ts";
import { mediumWords } from "../outputs/trace-words/medium-words.ts";
import { visible } from "../source/index.ts";
import type { Shown } from "./format-findings.ts";
import { formatOrigin } from "./origin-place.ts";
import { outcomeWords } from "./outcome-words.ts";
import { SCREEN_WIDTH, wrap } from "./wrap.ts";

export interface TracePaint {
  readonly bold: (text: string) => string;
  readonly dim: (text: string) => string;
  readonly place: (text: string) => string;
  readonly good: (text: string) => string;
  readonly bad: (text: string) => string;
}

/** One way, hop by hop: who had the packet, what decided there, and over what it went on. */
export function drawWay({ hops, outcome, because }: Way, shown: Shown, paint: TracePaint): readonly string[] {
  const ends = outcome === "delivered";
  const [first = "", ...rest] = wrap(
    visible(ends ? outcomeWords(outcome) : `${outcomeWords(outcome)}: ${because}`),
    ends ? "  ✓ " : "  ✗ ",
    "    ",
  );
  const colour = ends ? paint.good : paint.bad;
  return [
    ...hops.flatMap((hop, index) =>
      hopLines(hop, hops[index - 1], hop.segment !== undefined || outcome === "partlyDenied", shown, paint),
    ),
    colour(first),
    ...rest.map(colour),
  ];
}

function hopLines(
  hop: Hop,
  before: Hop | undefined,
  goesOn: boolean,
  shown: Shown,
  paint: TracePaint,
): readonly string[] {
  const bar = hop.segment ? "  │ " : "    ";
  return [
    `  ${paint.bold(`● ${visible(hop.name)}`)}${paint.dim(visible(addressesText(hop, before)))}`,
    ...hop.decidedBy.flatMap((decider) =>
      deciderLines(deciderWords(decider, goesOn), decider, bar, shown, paint),
    ),
    ...(hop.segment ? segmentLines(hop.segment, paint) : []),
  ];
}

/** The packet's addresses, where it begins and where something changed them. */
function addressesText({ source, destination }: Hop, before: Hop | undefined): string {
  const [from, to] = [formatAddress(source), formatAddress(destination)];
  const isSame = before && formatAddress(before.source) === from && formatAddress(before.destination) === to;
  return isSame ? "" : `  ${from} → ${to}`;
}

function deciderLines(
  text: string,
  { origin }: Decider,
  bar: string,
  shown: Shown,
  paint: TracePaint,
): readonly string[] {
  const lines = wrap(visible(text), bar, `${bar}  `);
  const at = formatOrigin(origin, shown);
  if (at === undefined) return lines;

  const last = lines.at(-1) ?? "";
  const place = visible(at);
  return last.length + place.length + 2 <= SCREEN_WIDTH
    ? [...lines.slice(0, -1), `${last}  ${paint.place(place)}`]
    : [...lines, `${bar}  ${paint.place(place)}`];
}

function segmentLines(segment: Segment, paint: TracePaint): readonly string[] {
  const { name, medium, crossesInternet, bandwidthMbps, roundTripMs } = segment;
  const facts = [
    ...encryptionFacts(segment),
    ...(crossesInternet && medium !== "internet" ? ["over the internet"] : []),
    ...(bandwidthMbps === undefined ? [] : [formatBandwidth(bandwidthMbps)]),
    ...(roundTripMs === undefined ? [] : [`${Math.round(roundTripMs)} ms`]),
  ];
  const what =
    medium === "internet" ? `${mediumWords(medium)}, by ${name}` : `${mediumWords(medium)} ${name}`;
  const text = [what.trimEnd(), ...facts].join(", ");
  return wrap(visible(text), "  ▼ ", "  │   ").map(paint.dim);
}

/** What a tunnel is called says it already. */
function encryptionFacts({ medium, encryptedBy }: Segment): readonly string[] {
  if (medium === "network") return [];
  if (encryptedBy === undefined) return ["not encrypted"];
  return mediumWords(medium).startsWith(encryptedBy) ? [] : [`encrypted by ${encryptedBy}`];
}
