import { Composer, type CST, Lexer, Parser, type YAMLError, type Document as YamlTree } from "yaml";
import { MAXIMUM_DEPTH, tooDeep } from "./depth.ts";
import type { FoundProblem } from "./place.ts";

/** Duplicate keys are found by our own reader: the library compares every key with every other. */
const OPTIONS = {
  version: "1.2",
  merge: true,
  uniqueKeys: false,
  resolveKnownTags: false,
} as const;

/** The library's tree of the first document in a text, with what it stumbled on. */
export interface ParsedYaml {
  readonly tree: YamlTree.Parsed | undefined;
  readonly errors: readonly YAMLError[];
  readonly problems: readonly FoundProblem[];
}

/**
 * What `parseDocument` does, in its two steps. Composing is recursive and takes the whole process down when the stack
 * ends inside a regular expression, so the depth is watched while the tokens are read.
 */
export function parseYaml(text: string): ParsedYaml {
  const { tokens, tooDeepAt } = readTokens(text);
  if (tooDeepAt !== undefined) return { tree: undefined, errors: [], problems: [tooDeep(tooDeepAt)] };

  const [tree, second] = new Composer(OPTIONS).compose(tokens, true, text.length);
  if (!tree) return { tree, errors: [], problems: [] };
  return {
    tree,
    errors: [...tree.errors, ...tree.warnings],
    problems: [...otherVersion(text, tree), ...(second ? [secondDocument(text, second)] : [])],
  };
}

function readTokens(text: string): { tokens: readonly CST.Token[]; tooDeepAt?: number } {
  const parser = new Parser();
  const tokens: CST.Token[] = [];
  for (const lexeme of new Lexer().lex(text)) {
    for (const token of parser.next(lexeme)) tokens.push(token);
    // The document and a scalar are on the parser's stack, too.
    if (parser.stack.length > MAXIMUM_DEPTH + 2) return { tokens: [], tooDeepAt: parser.offset - 1 };
  }
  for (const token of parser.end()) tokens.push(token);
  return { tokens };
}

function secondDocument(text: string, document: YamlTree.Parsed): FoundProblem {
  const found = text.lastIndexOf("---", document.range[0] + 3);
  const start = found < 0 ? document.range[0] : found;
  return {
    message: "A second document starts here, and one is read.",
    hint: "Put each document into a file of its own.",
    range: { start, end: start + 3 },
  };
}

/** YAML 1.1 reads `no`, `1:30` and `010` otherwise, so a file that asks for it would be misread silently. */
function otherVersion(text: string, { directives }: YamlTree.Parsed): readonly FoundProblem[] {
  const { explicit, version } = directives.yaml;
  if (!explicit || version === "1.2") return [];
  const start = Math.max(text.indexOf("%YAML"), 0);
  return [
    {
      message: `The file asks for YAML ${version}, and is read as YAML 1.2.`,
      hint: "Remove the line %YAML.",
      range: { start, end: start + "%YAML".length },
    },
  ];
}
