import { createRequire } from "node:module";
import { Language, type Node, Parser } from "web-tree-sitter";

/** The grammar ships as WebAssembly inside `tree-sitter-bicep`: nothing is compiled when it is installed. */
export async function bicepParser(): Promise<Parser> {
  await Parser.init();
  const grammar = createRequire(import.meta.url).resolve("tree-sitter-bicep/tree-sitter-bicep.wasm");
  const parser = new Parser();
  parser.setLanguage(await Language.load(grammar));
  return parser;
}

/** Throws with the line where the grammar finds a mistake. */
export function parseBicep(parser: Parser, text: string): Node {
  const root = parser.parse(mask(text))?.rootNode;
  if (!root) throw new Error("Nothing was parsed.");
  if (root.hasError) {
    const wrong = root.descendantsOfType("ERROR")[0];
    throw new Error(
      `Line ${(wrong?.startPosition.row ?? 0) + 1}: ${wrong?.text ?? "something is missing"}\n${text}`,
    );
  }
  return root;
}

/**
 * The grammar (1.1.0) takes `//`, `/*` and `#` at the beginning of a string for comments, which Bicep does not. So these
 * characters are others while it reads strings.
 */
const MASKS = [
  ["/", "\ue000"],
  ["#", "\ue001"],
] as const;

function mask(text: string): string {
  return text.replace(/\/\/[^\n]*|'(?:[^'\\\n]|\\.)*'/g, (token) =>
    token.startsWith("'") ? swap(token, 0, 1) : token,
  );
}

/** The text of a string as it stands in the file. */
export function unmask(token: string): string {
  return swap(token, 1, 0);
}

function swap(token: string, from: 0 | 1, to: 0 | 1): string {
  let text = token;
  for (const pair of MASKS) text = text.replaceAll(pair[from], pair[to]);
  return text;
}
