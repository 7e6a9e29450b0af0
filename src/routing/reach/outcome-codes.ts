import type { Outcome } from "../../model/trace.ts";
import { worstOf } from "../trace/outcome.ts";

/** A number for each outcome, the worse the higher, so that the worst of many is their maximum. 0: no pair of addresses. */
export type OutcomeCode = number;

const all: Readonly<Record<Outcome, true>> = {
  delivered: true,
  leavesEstate: true,
  partlyDenied: true,
  deniedOutbound: true,
  deniedInbound: true,
  asymmetric: true,
  returnPathMissing: true,
  overlap: true,
  noRoute: true,
  dropped: true,
  loop: true,
  notModelled: true,
};

function isOutcome(text: string): text is Outcome {
  return text in all;
}

const ordered: readonly Outcome[] = Object.keys(all)
  .filter(isOutcome)
  .sort((a, b) => (isWorse(a, b) ? 1 : -1));

function isWorse(a: Outcome, b: Outcome): boolean {
  const [first, second] = [a, b].map((outcome) => ({ outcome, because: "" }));
  return a !== b && first !== undefined && second !== undefined && worstOf([second, first]).outcome === a;
}

const codes = new Map(ordered.map((outcome, index) => [outcome, index + 1]));

export const codeCount: number = ordered.length + 1;
export const noPair: OutcomeCode = 0;

export function codeOf(outcome: Outcome): OutcomeCode {
  return codes.get(outcome) ?? codeCount - 1;
}

export function outcomeOf(code: OutcomeCode): Outcome {
  return ordered[code - 1] ?? "noRoute";
}
