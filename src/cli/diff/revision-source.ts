import { basename } from "node:path";
import { readDocument } from "../../source/index.ts";
import type { FileSource } from "../file-source.ts";
import { readText } from "../read-file.ts";
import { UserError } from "../user-error.ts";
import { readRevision } from "./revision.ts";

/** Files as a git revision has them, with what it has beside them and nothing else. */
export function revisionSource(revision: string): FileSource {
  const nameOf = (path: string) => `${revision}:${path}`;
  const readIfThere = (path: string, called: string = basename(path)) => {
    const bytes = readRevision({ revision, path });
    return bytes && readDocument(called, readText(nameOf(path), bytes));
  };
  return {
    nameOf,
    readIfThere,
    read(path, called) {
      const document = readIfThere(path, called);
      if (document) return document;
      throw new UserError(
        `${revision} has no ${path}.`,
        "Name a file that the revision has, by its path from here.",
      );
    },
  };
}
