/** A string in double quotes, on one line, in which nothing is evaluated and nothing is invisible. */
export function quoted(text: string): string {
  return `"${insideQuotes(text)}"`;
}

/**
 * The inside of a quoted template. Terraform keeps text in Unicode's normal form C, whatever is written here.
 * https://developer.hashicorp.com/terraform/language/expressions/strings#escape-sequences, read 2026-11-28
 */
export function insideQuotes(text: string): string {
  return text.replace(SPECIAL, escape);
}

/** `name` or `"the name"`: keys of objects need quotes unless they look like an identifier; `for` begins a loop. */
export function propertyName(name: string): string {
  return /^[A-Za-z_][A-Za-z0-9_]*$/.test(name) && !/^(for|true|false|null)$/.test(name) ? name : quoted(name);
}

/** For comments: one line, whatever the text holds. */
export function oneLine(text: string): string {
  return text.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]+/gu, " ").trim();
}

/**
 * A dollar or a percent sign before `${` or `%{` is written by its number: the doubled sign that makes these harmless
 * must not be taken together with it. Controls, marks that turn the direction of text, and line separators would not be
 * seen in a review.
 */
const SPECIAL = /["\\]|[$%](?=[$%]*[$%]\{)|[$%](?=\{)|[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/gu;

const SHORT: Readonly<Record<string, string>> = { "\n": "\\n", "\r": "\\r", "\t": "\\t" };

function escape(special: string, at: number, text: string): string {
  if (special === '"' || special === "\\") return `\\${special}`;
  if ((special === "$" || special === "%") && text[at + 1] === "{") return `${special}${special}`;
  return SHORT[special] ?? numbered(special.codePointAt(0) ?? 0);
}

/** Half a surrogate pair is no character, and Terraform has no way to write one. */
function numbered(codePoint: number): string {
  if (codePoint >= 0xd800 && codePoint <= 0xdfff) return "\\ufffd";
  const digits = codePoint.toString(16);
  return codePoint > 0xffff ? `\\U${digits.padStart(8, "0")}` : `\\u${digits.padStart(4, "0")}`;
}
