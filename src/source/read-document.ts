import type { Document } from "./document.ts";
import { readJson } from "./json-document.ts";
import { readYaml } from "./yaml-document.ts";

/**
 * Reads a text as JSON (`.json`, `.jsonc`) or else as YAML, of which JSON is nearly a part. Never throws: what is
 * wrong is in `problems`, and `value` holds what could be read.
 */
export function readDocument(file: string, text: string): Document {
  const withoutMark = text.startsWith("\uFEFF") ? text.slice(1) : text;
  return isJsonFile(file) ? readJson(file, withoutMark) : readYaml(file, withoutMark);
}

export function isJsonFile(file: string): boolean {
  return /\.jsonc?$/i.test(file);
}
