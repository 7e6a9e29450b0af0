import { readFileSync } from "node:fs";
import { checkEstate, type NetworkRead, readNetwork } from "../../src/check.ts";
import type { Estate } from "../../src/model/estate.ts";
import { recognise } from "../../src/readers/recognise.ts";
import { type Document, readDocument } from "../../src/source/index.ts";

/** A file of the folder of this one. */
export function fixture(path: string): Document {
  const text = readFileSync(new URL(path, import.meta.url), "utf8");
  return readDocument(path.replace(/^.*\//, ""), text);
}

export function jsonFile(value: object, file = "input.json"): Document {
  return readDocument(file, JSON.stringify(value, undefined, 2));
}

export function readAny(document: Document): NetworkRead {
  const format = recognise(document);
  if (format === "intent") throw new Error(`${document.file} was taken for an intent`);
  return readNetwork(document, format);
}

/** What comes of files that are given together. */
export function together(...documents: readonly Document[]) {
  const checked = checkEstate(documents.map(readAny), { reconsider: false });
  if (checked.type === "intent") throw new Error("no estate");
  return checked;
}

export function find(estate: Estate, end: string) {
  const wanted = end.toLowerCase();
  const found = [...estate.resources].find(([id]) => id.endsWith(wanted))?.[1];
  if (!found) throw new Error(`no ${end} among ${[...estate.resources.keys()].join(", ")}`);
  return found;
}
