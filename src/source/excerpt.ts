const LONGEST = 40;

/** A piece of the user's text, for use inside a sentence: one line, not long, nothing invisible. */
export function excerpt(text: string): string {
  const shown = visible(text.slice(0, LONGEST + 1).trim());
  return shown.length > LONGEST ? `${shown.slice(0, LONGEST - 1).trimEnd()}…` : shown;
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what it looks for
const INVISIBLE = /[\u0000-\u001f\u007f-\u009f\u2028\u2029\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/g;

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
  const code = character.charCodeAt(0).toString(16).padStart(4, "0");
  return SHORT_ESCAPES.get(character) ?? `\\u${code}`;
}
