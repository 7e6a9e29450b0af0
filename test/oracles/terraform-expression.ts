import type { Json } from "../../src/source/document.ts";

export type Evaluated = Json;

/**
 * A template as the parser hands it over: escapes of letters are resolved, `$${` and `%%{` are not. One that is nothing
 * but an expression has the expression's type.
 */
export function evaluateTemplate(text: string, lookUp: (path: string) => Evaluated): Json {
  const parts: Json[] = [];
  let literal = "";
  for (let at = 0; at < text.length; ) {
    if (/^(?:\$\$|%%)\{/.test(text.slice(at, at + 3))) {
      literal += text.slice(at + 1, at + 3);
      at += 3;
    } else if (text.startsWith("${", at)) {
      const end = text.indexOf("}", at);
      if (end < 0) throw new Error(`An expression without an end: ${text}`);
      if (literal !== "") parts.push(literal);
      literal = "";
      parts.push(lookUp(text.slice(at + 2, end)));
      at = end + 1;
    } else if (text.startsWith("%{", at)) {
      throw new Error(`Isthmus has no reason to write a directive: ${text}`);
    } else {
      literal += text[at] ?? "";
      at += 1;
    }
  }
  if (literal !== "" || parts.length === 0) parts.push(literal);
  const [only] = parts;
  return parts.length === 1 && only !== undefined ? only : parts.map(String).join("");
}
