import type { Document } from "../source/index.ts";
import { readFile, readFileIfThere } from "./read-file.ts";

/** Where an input and what lies beside it are read from: the disk, or a revision of git. */
export interface FileSource {
  readonly read: (path: string, called?: string) => Document;
  readonly readIfThere: (path: string) => Document | undefined;
  /** As it is named in findings. */
  readonly nameOf: (path: string) => string;
}

export const disk: FileSource = { read: readFile, readIfThere: readFileIfThere, nameOf: (path) => path };
