import { Lexer } from "yaml";
import { endOfComment } from "./json-scan.ts";
import type { Range } from "./place.ts";
import { isJsonFile } from "./read-document.ts";

/** What stands in a comment, without its marks, and where the comment is. */
export interface Comment {
  readonly text: string;
  readonly range: Range;
}

/** All comments of a file, in its order: `#` in YAML, both of JavaScript in JSON. A mark inside of a text is none. */
export function commentsOf(file: string, text: string): readonly Comment[] {
  return isJsonFile(file) ? jsonComments(text) : yamlComments(text);
}

function jsonComments(text: string): readonly Comment[] {
  const comments: Comment[] = [];
  let at = 0;
  while (at < text.length) {
    const character = text.charAt(at);
    const end = character === "/" ? endOfComment(text, at) : at;
    if (end > at) {
      comments.push({ text: withoutMarks(text.slice(at, end)), range: { start: at, end } });
      at = end;
    } else at = character === '"' ? endOfText(text, at) : at + 1;
  }
  return comments;
}

/** The texts of templates run over lines, so a text ends at its quote and nowhere else. */
function endOfText(text: string, start: number): number {
  let at = start + 1;
  while (at < text.length && text.charAt(at) !== '"') at += text.charAt(at) === "\\" ? 2 : 1;
  return at + 1;
}

function withoutMarks(comment: string): string {
  return comment
    .replace(/^\/\/|^\/\*/, "")
    .replace(/\*\/$/, "")
    .trim();
}

/** What the library's lexer puts before a text that has no quotes: that text may begin with `#` all the same. */
const SCALAR_FOLLOWS = "\u001F";
/** Its other marks, which stand for nothing in the text. */
const MARKS: readonly string[] = ["\u0002", "\u0018", SCALAR_FOLLOWS];

function yamlComments(text: string): readonly Comment[] {
  const comments: Comment[] = [];
  let at = 0;
  let before = "";
  for (const lexeme of new Lexer().lex(text)) {
    if (lexeme.startsWith("#") && before !== SCALAR_FOLLOWS) {
      const range = { start: at, end: at + lexeme.length };
      comments.push({ text: lexeme.replace(/^#+/, "").trim(), range });
    }
    before = lexeme;
    if (!MARKS.includes(lexeme)) at += lexeme.length;
  }
  return comments;
}
