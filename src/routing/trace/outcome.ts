import type { Outcome } from "../../model/trace.ts";

export interface Finding {
  readonly outcome: Outcome;
  readonly because: string;
}

/** From the best to the worst; where one of equal ways cannot be told, nothing is certain. */
const severity: Readonly<Record<Outcome, number>> = {
  delivered: 0,
  leavesEstate: 1,
  partlyDenied: 2,
  deniedOutbound: 3,
  deniedInbound: 4,
  asymmetric: 5,
  returnPathMissing: 6,
  overlap: 7,
  noRoute: 8,
  dropped: 9,
  loop: 10,
  notModelled: 11,
};

/** The first of the worst ones. */
export function worstOf(findings: readonly [Finding, ...Finding[]]): Finding {
  return findings.reduce((worst, finding) =>
    severity[finding.outcome] > severity[worst.outcome] ? finding : worst,
  );
}

export function arrives(outcome: Outcome): boolean {
  return outcome === "delivered" || outcome === "partlyDenied";
}

/** What the end of a way back means for the flow: an answer that ends elsewhere is none. */
export function meaningOfReturn({ outcome, because }: Finding, answering: string): Finding {
  if (arrives(outcome) || outcome === "asymmetric" || outcome === "notModelled") return { outcome, because };

  return { outcome: "returnPathMissing", because: `The answer of ${answering} does not arrive: ${because}` };
}
