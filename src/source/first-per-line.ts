import type { FoundProblem } from "./place.ts";

/**
 * One mistake often makes a parser stumble several times on the same line; the first report is the mistake. What our
 * own checks find (`checked`) is kept, unless the parser stumbled on that line already.
 */
export function firstPerLine(
  text: string,
  stumbles: readonly FoundProblem[],
  checked: readonly FoundProblem[],
): readonly FoundProblem[] {
  const kept: FoundProblem[] = [];
  const lines = new Set<number>();
  for (const problem of stumbles.toSorted((left, right) => left.range.start - right.range.start)) {
    const line = startOfLine(text, problem.range.start);
    if (lines.has(line)) continue;
    lines.add(line);
    kept.push(problem);
  }
  return [...kept, ...checked.filter(({ range }) => !lines.has(startOfLine(text, range.start)))];
}

function startOfLine(text: string, offset: number): number {
  return offset === 0 ? 0 : text.lastIndexOf("\n", offset - 1) + 1;
}
