import { basename } from "node:path";
import { readDocument } from "../../source/index.ts";
import { disk, type FileSource } from "../file-source.ts";

/** The disk, with some of its files as they would be. */
export function overlay(texts: ReadonlyMap<string, string>): FileSource {
  return {
    ...disk,
    read: (path, called = basename(path)) => {
      const text = texts.get(path);
      return text === undefined ? disk.read(path, called) : readDocument(called, text);
    },
    readIfThere: (path) => {
      const text = texts.get(path);
      return text === undefined ? disk.readIfThere(path) : readDocument(basename(path), text);
    },
  };
}
