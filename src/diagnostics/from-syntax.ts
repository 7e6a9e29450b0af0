import type { Document, SyntaxProblem } from "../source/document.ts";
import { isJsonFile } from "../source/read-document.ts";
import type { Diagnostic } from "./diagnostic.ts";
import { speaksOfSecrets } from "./secret-words.ts";

/** What kept a file from being YAML or JSON, as findings like any other. */
export function syntaxDiagnostics(document: Document): readonly Diagnostic[] {
  const rule = isJsonFile(document.file) ? "source/invalid-json" : "source/invalid-yaml";
  return document.problems.map((problem) => ({
    rule,
    severity: "error",
    ...problem,
    ...(mayQuoteSecret(problem, document) ? UNQUOTED : {}),
    origin: { file: document.file, path: [] },
  }));
}

const UNQUOTED = {
  message: "The syntax is broken here; what stands here is not shown, for it may be a secret.",
  hint: "Look at quotes, commas, colons and blanks, here and in the line before.",
} as const;

/** Nobody knows yet what is the name of what: so it is asked of the lines around, and of a long line the part around. */
const MOST_CHARACTERS = 2000;

function mayQuoteSecret({ span }: SyntaxProblem, { file, text }: Document): boolean {
  // In a parameter file any value may be one: the template says which.
  if (/\bparameters\b[^/\\]*$/i.test(file)) return true;
  const { offset } = span.start;
  const before = text.slice(Math.max(0, offset - MOST_CHARACTERS), offset).split("\n");
  const after = text.slice(offset, offset + MOST_CHARACTERS).split("\n");
  return speaksOfSecrets([...before.slice(-3), ...after.slice(0, 2)].join("\n"));
}
