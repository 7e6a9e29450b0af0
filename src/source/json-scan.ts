const QUOTE = 34;
const BACKSLASH = 92;
const NEWLINE = 10;
const RETURN = 13;

/** The offset after the string that starts at `start`. A string that is not closed ends with its line. */
export function endOfString(text: string, start: number): number {
  let at = start + 1;
  while (at < text.length) {
    const code = text.charCodeAt(at);
    if (code === QUOTE) return at + 1;
    if (code === NEWLINE || code === RETURN) return at;
    at += code === BACKSLASH ? 2 : 1;
  }
  return text.length;
}

/** The offset after the comment that starts at `start`, or `start` if none does. */
export function endOfComment(text: string, start: number): number {
  if (text.startsWith("//", start)) return offsetOr(text.indexOf("\n", start), text.length);
  if (text.startsWith("/*", start)) return offsetOr(text.indexOf("*/", start + 2), text.length - 2) + 2;
  return start;
}

/** The offset of the next character that is neither blank nor comment. */
export function endOfBlank(text: string, start: number): number {
  let at = start;
  for (;;) {
    while (isBlank(text.charCodeAt(at))) at++;
    const after = endOfComment(text, at);
    if (after === at) return at;
    at = after;
  }
}

/** The offset after the value that starts at `start`. Always moves on, whatever stands there. */
export function endOfValue(text: string, start: number): number {
  let depth = 0;
  let at = start;
  do {
    const character = text.charAt(at);
    if (character === '"') at = endOfString(text, at);
    else if (character === "{" || character === "[") {
      depth++;
      at++;
    } else if (character === "}" || character === "]") {
      depth--;
      at++;
    } else at = endOfWord(text, at);
    if (depth > 0) at = endOfBlank(text, at);
  } while (depth > 0 && at < text.length);
  return at;
}

const WORD = /[^\s,:{}[\]"/]+/y;

function endOfWord(text: string, start: number): number {
  WORD.lastIndex = start;
  return WORD.test(text) ? WORD.lastIndex : start + 1;
}

function isBlank(code: number): boolean {
  return code === 32 || code === NEWLINE || code === RETURN || code === 9 || code === 0xfeff || code === 0xa0;
}

function offsetOr(found: number, otherwise: number): number {
  return found < 0 ? otherwise : found;
}
