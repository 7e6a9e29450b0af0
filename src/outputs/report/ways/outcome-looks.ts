import type { Outcome } from "../../../model/trace.ts";
import { outcomeWords } from "../../trace-words/outcome-words.ts";
import type { PageOutcome } from "../page-data.ts";

/** In the order of their numbers on the page, the best first. */
const OUTCOMES: readonly Outcome[] = [
  "delivered",
  "partlyDenied",
  "leavesEstate",
  "notModelled",
  "noRoute",
  "deniedInbound",
  "deniedOutbound",
  "dropped",
  "loop",
  "returnPathMissing",
  "asymmetric",
  "overlap",
];

/** Told apart by the symbol as well as by the colour. */
const LOOKS: Readonly<Record<Outcome, Omit<PageOutcome, "words">>> = {
  delivered: { symbol: "✓", tone: "good" },
  partlyDenied: { symbol: "◐", tone: "part" },
  leavesEstate: { symbol: "↗", tone: "part" },
  notModelled: { symbol: "?", tone: "part" },
  noRoute: { symbol: "–", tone: "none" },
  deniedInbound: { symbol: "⊘", tone: "bad" },
  deniedOutbound: { symbol: "⊘", tone: "bad" },
  dropped: { symbol: "✕", tone: "none" },
  loop: { symbol: "↻", tone: "bad" },
  returnPathMissing: { symbol: "⇥", tone: "bad" },
  asymmetric: { symbol: "⇄", tone: "bad" },
  overlap: { symbol: "∩", tone: "bad" },
};

export const outcomeLooks: readonly PageOutcome[] = OUTCOMES.map((outcome) => ({
  ...LOOKS[outcome],
  words: outcomeWords(outcome),
}));

export function numberOfOutcome(outcome: Outcome): number {
  return OUTCOMES.indexOf(outcome);
}
