import type { PageData, PageSituation, PageTrace } from "../page-data.ts";
import type { Answers } from "./answers.ts";

/** Pairs of places that a failure changes in the same way: one of them, and how many. */
export interface Change {
  readonly from: number;
  readonly to: number;
  readonly before: PageTrace;
  readonly now: PageTrace;
  readonly count: number;
}

export function changesIn(situation: PageSituation, data: PageData, answers: Answers): readonly Change[] {
  const found = new Map<string, Change>();
  for (const from of data.places.keys())
    for (const to of data.places.keys()) {
      const before = answers.trace(from, to);
      const now = answers.trace(from, to, situation);
      if (!before || !now || before === now) continue;
      const key = [before, now].map((trace) => data.traces.indexOf(trace)).join(" ");
      const change = found.get(key) ?? { from, to, before, now, count: 0 };
      found.set(key, { ...change, count: change.count + 1 });
    }
  return [...found.values()];
}

export function isLost({ before, now }: Change): boolean {
  return before.outcome === 0 && now.outcome !== 0;
}

/** What the ways go over now and did not before; where they only became fewer, nothing. */
export function newMediaOf({ before, now }: Change, data: PageData): readonly string[] {
  const media = (trace: PageTrace) =>
    new Set(
      [...trace.there, ...trace.back]
        .flatMap((way) => data.ways[way]?.hops ?? [])
        .flatMap((hop) => data.segments[data.hops[hop]?.segment ?? -1] ?? [])
        .filter(({ inside }) => !inside)
        .map(({ medium }) => data.texts[medium] ?? ""),
    );
  const old = media(before);
  return [...media(now)].filter((medium) => !old.has(medium));
}
