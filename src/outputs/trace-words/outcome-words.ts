import type { Outcome } from "../../model/trace.ts";

/** How a way ended, as a heading says it. */
const WORDS: Readonly<Record<Outcome, string>> = {
  delivered: "delivered",
  partlyDenied: "delivered in part",
  deniedInbound: "denied where it arrives",
  deniedOutbound: "denied where it leaves",
  noRoute: "no route",
  dropped: "dropped",
  loop: "goes round in a loop",
  returnPathMissing: "arrives, and no answer comes back",
  asymmetric: "the answer misses a stateful appliance",
  overlap: "ambiguous: several places have the destination",
  leavesEstate: "leaves what the file describes",
  notModelled: "not modelled",
};

export function outcomeWords(outcome: Outcome): string {
  return WORDS[outcome];
}
