import { excerpt } from "./excerpt.ts";
import type { OpeningBracket } from "./json-builder.ts";
import type { FoundProblem, Range } from "./place.ts";

/** What is known about the brackets around a mistake. */
export interface Brackets {
  opened(): OpeningBracket | undefined;
  ended(): OpeningBracket | undefined;
}

/** Our own words for an error of `jsonc-parser`, by the library's name for it. */
export function describeJsonError(
  code: string,
  text: string,
  range: Range,
  brackets: Brackets,
): FoundProblem {
  const found = excerpt(text.slice(range.start, range.end));
  const opened = brackets.opened();
  const ended = brackets.ended();

  if (code.startsWith("Close") && ended) return unclosed(ended, range, found);
  if (code === "CommaExpected" && opened && "]}".includes(found)) return unclosed(opened, range, found);
  return { ...describe(code, found), range };
}

/** The mistake is shown where the bracket was opened, for nobody knows where its end was meant to be. */
function unclosed({ start, bracket }: OpeningBracket, noticed: Range, found: string): FoundProblem {
  return {
    message: `The ${bracket} is not closed${found === "" ? "" : ` before ${found}`}.`,
    hint: `Add the missing ${bracket === "[" ? "]" : "}"}.`,
    range: { start, end: start + 1 },
    noticedAt: noticed.start,
  };
}

function describe(code: string, found: string): { readonly message: string; readonly hint?: string } {
  const before = found === "" ? "the end of the file" : found;

  switch (code) {
    case "InvalidSymbol":
      return { message: `${found} is neither a value nor in double quotes.`, hint: spellingOf(found) };
    case "PropertyNameExpected":
      return { message: `A name in double quotes is missing before ${before}.` };
    case "ValueExpected":
      return { message: `A value is missing before ${before}.` };
    case "ColonExpected":
      return { message: `A colon is missing before ${before}.` };
    case "CommaExpected":
      return { message: `A comma is missing before ${before}.` };
    case "EndOfFileExpected":
      return { message: `${before} stands after the end of the value.`, hint: "Keep one value in a file." };
    case "UnexpectedEndOfComment":
      return { message: "The comment is not closed.", hint: "Add the missing */." };
    case "UnexpectedEndOfString":
      return { message: `The text ${found} is not closed.`, hint: 'Add the missing ".' };
    case "InvalidUnicode":
      return { message: `${found} holds a \\u without four hexadecimal digits after it.` };
    case "InvalidEscapeCharacter":
      return { message: `${found} holds a \\ that escapes nothing.`, hint: "Write \\\\ for a backslash." };
    case "InvalidCharacter":
      return { message: `${found} holds a control character.`, hint: "Write it as an escape, a tab as \\t." };
    case "InvalidNumberFormat":
    case "UnexpectedEndOfNumber":
      return { message: `${found} is not a number.` };
    default:
      return { message: `${before} is not JSON.` };
  }
}

const SPELLINGS: ReadonlyMap<string, string> = new Map([
  ["True", "true"],
  ["False", "false"],
  ["None", "null"],
  ["undefined", "null"],
]);

function spellingOf(word: string): string {
  const spelling = SPELLINGS.get(word);
  return spelling ? `Write ${spelling}.` : "Put names and texts in double quotes.";
}
