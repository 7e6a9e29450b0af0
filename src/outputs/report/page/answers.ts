import type { PageAnswer, PageData, PageSituation, PageTrace } from "../page-data.ts";

/** Looks answers up. `undefined` for a place and itself. Knows no document, so that tests can ask it. */
export interface Answers {
  trace(from: number, to: number, situation?: PageSituation): PageTrace | undefined;
}

export function createAnswers(data: PageData): Answers {
  const healthy = numbersOf(data.answers);
  const changed = new Map<PageSituation, ReadonlyMap<string, number>>();

  function changesIn(situation: PageSituation): ReadonlyMap<string, number> {
    const known = changed.get(situation) ?? numbersOf(situation.answers);
    changed.set(situation, known);
    return known;
  }

  return {
    trace: (from, to, situation) => {
      const [a, b] = [data.places[from], data.places[to]];
      if (!a || !b || (from === to && a.count === 1)) return undefined;

      const together = from !== to && a.network === b.network ? 1 : 0;
      const moved = (place: number, group: number) =>
        group + (situation?.apart.includes(place) ? data.groups : 0);
      const number =
        (situation && changesIn(situation).get(keyOf(moved(from, a.group), moved(to, b.group), together))) ??
        healthy.get(keyOf(a.group, b.group, together)) ??
        healthy.get(keyOf(a.group, b.group, 1 - together));
      return data.traces[number ?? -1];
    },
  };
}

function numbersOf(answers: readonly PageAnswer[]): ReadonlyMap<string, number> {
  return new Map(answers.map(([from, to, together, trace]) => [keyOf(from, to, together), trace]));
}

function keyOf(from: number, to: number, together: number): string {
  return `${from} ${to} ${together}`;
}
