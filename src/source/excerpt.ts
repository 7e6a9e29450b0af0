const LONGEST = 40;

/** A piece of the user's text, for use inside a sentence: one line, not long, nothing invisible. */
export function excerpt(text: string): string {
  const shown = visible(text.slice(0, 10 * LONGEST).trim());
  if (shown.length <= LONGEST) return shown;
  const start = shown.slice(0, LONGEST - 1).replace(/\p{Surrogate}$/u, ""); // half of a pair
  return `${start.trimEnd()}…`;
}

/** Controls, formatting characters (bidirectional overrides, zero widths), line and paragraph separators. */
const INVISIBLE = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu;

/**
 * Control characters become escapes, so that a text out of a file can neither break a line of the report nor drive
 * the terminal (ESC sequences, bidirectional overrides).
 */
export function visible(text: string): string {
  return text.replace(INVISIBLE, escapeOf);
}

const SHORT_ESCAPES: ReadonlyMap<string, string> = new Map([
  ["\n", "\\n"],
  ["\r", "\\r"],
  ["\t", "\\t"],
]);

function escapeOf(character: string): string {
  const code = (character.codePointAt(0) ?? 0).toString(16).padStart(4, "0");
  return SHORT_ESCAPES.get(character) ?? (code.length > 4 ? `\\u{${code}}` : `\\u${code}`);
}
