import { visible } from "../../source/excerpt.ts";

/** Text that is markup already. Everything else that goes into a document is escaped on its way in. */
export interface Markup {
  readonly markup: string;
}

export type Insertable = string | number | Markup | undefined | readonly Insertable[];

/** Escapes what is inserted, unless it is markup itself; good for HTML and for XML, in text and in quoted attributes. */
export function markup(strings: TemplateStringsArray, ...values: readonly Insertable[]): Markup {
  const parts = strings.map((text, index) => text + (index < values.length ? insert(values[index]) : ""));
  return { markup: parts.join("") };
}

/** For text that this program itself wrote and that holds nothing of the user's: a style sheet, markup put together. */
export function trusted(text: string): Markup {
  return { markup: text };
}

function insert(value: Insertable): string {
  if (value === undefined) return "";
  if (typeof value === "string") return escapeText(value);
  if (typeof value === "number") return String(value);
  return "markup" in value ? value.markup : value.map(insert).join("");
}

const ENTITIES: ReadonlyMap<string, string> = new Map([
  ["&", "&amp;"],
  ["<", "&lt;"],
  [">", "&gt;"],
  ['"', "&quot;"],
  ["'", "&#39;"],
]);

/** Line breaks stay; what XML forbids or nobody can see (controls, bidirectional overrides) becomes an escape. */
function escapeText(text: string): string {
  if (PLAIN.test(text)) return text;

  return text
    .split("\n")
    .map((line) => visible(line))
    .join("\n")
    .replace(UNPAIRED_OR_NO_CHARACTER, "\uFFFD")
    .replace(/[&<>"']/g, (character) => ENTITIES.get(character) ?? "");
}

const PLAIN = /^[A-Za-z0-9 ./:,_()·-]*$/;
const UNPAIRED_OR_NO_CHARACTER = /[\p{Surrogate}\uFFFE\uFFFF]/gu;
