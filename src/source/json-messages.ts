import { excerpt } from "./excerpt.ts";
import type { Range } from "./place.ts";

interface Described {
  readonly message: string;
  readonly hint?: string;
}

/** Our sentence for an error of `jsonc-parser`, by the library's name for it. `opened` is the container it is in. */
export function describeJsonError(
  code: string,
  text: string,
  range: Range,
  opened: { readonly line: number } | undefined,
): Described {
  const found = excerpt(text.slice(range.start, range.end));
  const before = found === "" ? "the end of the file" : found;
  const container = opened ? ` of line ${opened.line}` : "";

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
    case "CloseBraceExpected":
      return { message: `The object${container} is not closed.`, hint: "Add the missing }." };
    case "CloseBracketExpected":
      return { message: `The list${container} is not closed.`, hint: "Add the missing ]." };
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
