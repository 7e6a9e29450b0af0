/** A string in single quotes, on one line, in which nothing is evaluated and nothing is invisible. */
export function quoted(text: string): string {
  return `'${text.replace(SPECIAL, escape)}'`;
}

/** `name` or `'the name'`: object keys need quotes unless they look like an identifier. */
export function propertyName(name: string): string {
  return /^[A-Za-z_][A-Za-z0-9_]*$/.test(name) && !/^(true|false|null)$/.test(name) ? name : quoted(name);
}

/** For comments: one line, whatever the text holds. */
export function oneLine(text: string): string {
  return text.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]+/gu, " ").trim();
}

/** Controls, marks that turn the direction of text, and line separators would not be seen in a review. */
const SPECIAL = /['\\]|\$\{|[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/gu;

const SHORT: Readonly<Record<string, string>> = { "\n": "\\n", "\r": "\\r", "\t": "\\t" };

function escape(special: string): string {
  if (special === "'" || special === "\\" || special === "${") return `\\${special}`;
  return SHORT[special] ?? `\\u{${(special.codePointAt(0) ?? 0).toString(16)}}`;
}
