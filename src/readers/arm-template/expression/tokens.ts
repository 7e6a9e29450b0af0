import { excerpt } from "../../../source/excerpt.ts";
import { Refusal } from "./refusal.ts";

export interface Token {
  readonly kind: "name" | "text" | "number" | "mark" | "end";
  /** Of a text what it says, of all else what is written. */
  readonly value: string;
}

const BLANK = /[\s\u00a0]+/y;
/** A namespace is part of the name: `contoso.uniqueName`, `__bicep.newApp`. */
const NAME = /[A-Za-z_][\w]*/y;
const NUMBER = /[+-]?\d+(?:\.\d+)?/y;
const TEXT = /'((?:[^']|'')*)'/y;
const MARKS = new Set(["(", ")", "[", "]", ",", ".", "?"]);

/** https://learn.microsoft.com/azure/azure-resource-manager/templates/template-expressions */
export function tokensOf(text: string): readonly Token[] {
  const tokens: Token[] = [];
  let at = 0;
  const take = (pattern: RegExp): RegExpExecArray | undefined => {
    pattern.lastIndex = at;
    const match = pattern.exec(text);
    if (match) at += match[0].length;
    return match ?? undefined;
  };

  while (at < text.length) {
    if (take(BLANK)) continue;
    const character = text.charAt(at);
    const name = take(NAME);
    const number = name ? undefined : take(NUMBER);
    const quoted = name || number ? undefined : take(TEXT);
    if (name) tokens.push({ kind: "name", value: name[0] });
    else if (number) tokens.push({ kind: "number", value: number[0] });
    else if (quoted) tokens.push({ kind: "text", value: (quoted[1] ?? "").replaceAll("''", "'") });
    else if (character === "'") throw new Refusal(`The text ${excerpt(text.slice(at))} is not closed.`);
    else if (MARKS.has(character)) {
      tokens.push({ kind: "mark", value: character });
      at++;
    } else throw new Refusal(`${excerpt(text.slice(at))} begins with a character that no expression has.`);
  }
  return [...tokens, { kind: "end", value: "" }];
}
