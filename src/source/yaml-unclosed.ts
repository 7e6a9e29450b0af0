import { excerpt } from "./excerpt.ts";
import type { FoundProblem } from "./place.ts";
import { restOfLine } from "./yaml-lines.ts";

/** The library notices where the closing bracket is missing at last; the mistake is shown where it was opened. */
export function unclosedBracket(text: string, noticedAt: number, closing: "]" | "}"): FoundProblem {
  const opening = closing === "]" ? "[" : "{";
  const start = openerBefore(text, noticedAt, opening, closing);
  const next = restOfLine(text, noticedAt);
  const before = next.end > next.start ? ` before ${excerpt(text.slice(next.start, next.end))}` : "";
  return {
    message: `The ${opening} is not closed${before}.`,
    hint:
      before === "" ? `Add the missing ${closing}.` : `Add the missing ${closing}, or indent what is inside.`,
    range: { start, end: start + 1 },
    noticedAt,
  };
}

/** Brackets inside of quotes count, too: a wrong place in a rare case, for a page less of code. */
function openerBefore(text: string, end: number, opening: string, closing: string): number {
  let closed = 0;
  for (let at = end - 1; at >= 0; at--) {
    const character = text.charAt(at);
    if (character === closing) closed++;
    if (character === opening && closed-- === 0) return at;
  }
  return Math.max(end - 1, 0);
}

/** A text that is not closed runs to the end of the file, so its quote is the last one that is not escaped. */
export function unclosedQuote(text: string, quote: '"' | "'"): FoundProblem {
  const quotes = quote === '"' ? /\\.|"/gs : /''|'/g;
  const start = [...text.matchAll(quotes)].findLast(([match]) => match === quote)?.index ?? 0;
  const range = restOfLine(text, start);
  return {
    message: `The text ${excerpt(text.slice(range.start, range.end))} is not closed.`,
    hint: `Add the missing ${quote}.`,
    range,
  };
}
