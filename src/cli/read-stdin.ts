import type { Document } from "../source/index.ts";
import { readDocument } from "../source/index.ts";
import { readBytes, readText } from "./read-file.ts";

/** Standard input, as the file `stdin`. JSON is told by how it begins, for there is no ending to tell by. */
export function readStdin(): Document {
  const text = readText("stdin", readBytes("stdin", 0));
  return readDocument(/^\uFEFF?\s*\{\s*["}]/.test(text) ? "stdin.json" : "stdin", text);
}
