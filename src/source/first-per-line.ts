import type { FoundProblem } from "./place.ts";

/**
 * One mistake often makes a parser stumble several times on the same line; its first report, which
 * is the innermost, is the mistake. What our
 * own checks find (`checked`) is kept, unless the parser stumbled on that line already.
 */
export function firstPerLine(
  text: string,
  stumbles: readonly FoundProblem[],
  checked: readonly FoundProblem[],
): readonly FoundProblem[] {
  const kept: FoundProblem[] = [];
  const lines = new Set<number>();
  for (const problem of stumbles) {
    const own = [problem.range.start, problem.noticedAt ?? problem.range.start];
    const starts = own.map((offset) => startOfLine(text, offset));
    if (!starts.some((line) => lines.has(line))) kept.push(problem);
    for (const line of starts) lines.add(line);
  }
  return [...kept, ...checked.filter(({ range }) => !lines.has(startOfLine(text, range.start)))];
}

/** Of things that stand somewhere, the first in each line. */
export function onePerLine<T>(
  text: string,
  things: readonly T[],
  offsetOf: (thing: T) => number,
): readonly T[] {
  const lines = new Set<number>();
  return things.filter((thing) => {
    const line = startOfLine(text, offsetOf(thing));
    if (lines.has(line)) return false;
    lines.add(line);
    return true;
  });
}

function startOfLine(text: string, offset: number): number {
  return offset === 0 ? 0 : text.lastIndexOf("\n", offset - 1) + 1;
}
