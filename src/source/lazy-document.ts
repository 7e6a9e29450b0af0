import type { Document, Json, SyntaxProblem } from "./document.ts";
import type { Path } from "./path.ts";
import type { FoundProblem, Place, Range } from "./place.ts";
import { spansOf } from "./positions.ts";

/** What a reader of one format has to supply. */
export interface Reading {
  readonly value: Json | undefined;
  readonly problems: readonly FoundProblem[];
  /** The place of the value at `path`, or of its nearest parent that exists. */
  placeOf(path: Path): Place;
}

/**
 * Turns offsets into lines only when somebody asks: most files are read without a single question. Lists at most
 * `MOST_PROBLEMS` problems and says so.
 */
export function lazyDocument(file: string, text: string, reading: Reading): Document {
  const spanOf = spansOf(text);

  return {
    file,
    text,
    value: reading.value,
    problems: problemsByPosition(reading.problems, spanOf),
    spanOf: (path) => spanOf(reading.placeOf(path).value),
    keySpanOf(path) {
      const { key, value } = reading.placeOf(path);
      return spanOf(key ?? value);
    },
  };
}

/** A file with more mistakes than this is not what somebody meant to write. */
export const MOST_PROBLEMS = 100;

function problemsByPosition(
  problems: readonly FoundProblem[],
  spanOf: (range: Range) => SyntaxProblem["span"],
): readonly SyntaxProblem[] {
  const sorted = problems.toSorted((left, right) => left.range.start - right.range.start);
  const rest = sorted[MOST_PROBLEMS];
  const listed: readonly FoundProblem[] = rest
    ? [
        ...sorted.slice(0, MOST_PROBLEMS),
        { message: "The mistakes from here on are not listed.", range: rest.range },
      ]
    : sorted;

  return listed.map(({ message, hint, range }) => ({
    message,
    ...(hint === undefined ? {} : { hint }),
    span: spanOf(range),
  }));
}
