import { dirname } from "node:path";
import type { Diagnostic } from "../../diagnostics/index.ts";
import { severityByRule } from "../../judge.ts";
import type { Config } from "../../readers/config/config.ts";
import { readConfig } from "../../readers/config/read-config.ts";
import type { Document } from "../../source/index.ts";
import { readFile } from "../read-file.ts";
import { isSystemError, UserError } from "../user-error.ts";
import { findConfig } from "./find-config.ts";

export interface LoadedConfig {
  /** As people reach it from here. */
  readonly path: string;
  readonly folder: string;
  readonly document: Document;
  readonly config: Config | undefined;
  readonly diagnostics: readonly Diagnostic[];
}

/** The config that is named, or the nearest above the folder; `undefined` where there is none. */
export function loadConfig(named: string | undefined, folder: string): LoadedConfig | undefined {
  const path = named ?? findConfig(folder);
  if (path === undefined) return undefined;

  // Its document goes by its whole path: a base name may be that of an input.
  const document = readDocumentOf(path);
  return { path, folder: dirname(path), document, ...readConfig(document, severityByRule) };
}

function readDocumentOf(path: string): Document {
  try {
    return readFile(path, path);
  } catch (error) {
    if (error instanceof UserError && isSystemError(error.cause) && error.cause.code === "ENOENT")
      throw new UserError(error.message, "Name a config, such as isthmus.config.yaml.");
    throw error;
  }
}
