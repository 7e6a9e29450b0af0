import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { type Design, design } from "../../src/design.ts";
import type { Diagnostic } from "../../src/diagnostics/diagnostic.ts";
import { writeLock } from "../../src/readers/lock/write-lock.ts";
import { type Document, readDocument } from "../../src/source/index.ts";
import { root } from "../source-files.ts";

export const examplesFolder = join(root, "examples");

/** Every story, by the name of its folder. */
export const exampleNames: readonly string[] = foldersWithIntent("");

/** Stories that go on: the file as it was, with its lock, lies in `earlier/`. */
export const grownNames = exampleNames.filter((name) => foldersWithIntent(name).includes("earlier"));

/** An intent and its lock, and what comes of them. */
export interface Example {
  readonly document: Document;
  readonly lock: Document | undefined;
  readonly design: Design;
  readonly diagnostics: readonly Diagnostic[];
}

/** An example that gives no design shows nothing: that is a mistake in the example, and no result. */
export function runExample(document: Document, lock: Document | undefined): Example {
  const answer = design(document, { ...(lock ? { lock } : {}), reconsider: false });
  if (!answer.design) throw new Error("This example gives no design.");
  return { document, lock, design: answer.design, diagnostics: answer.diagnostics };
}

/** Named as somebody in the folder names it, so that no path of this machine gets into a baseline. */
export function intentIn(folder: string): Document {
  return readDocument("network.yaml", readFileSync(join(examplesFolder, folder, "network.yaml"), "utf8"));
}

export function lockIn(folder: string): Document | undefined {
  return existsSync(lockPath(folder)) ? lockDocument(readFileSync(lockPath(folder), "utf8")) : undefined;
}

export function lockPath(folder: string): string {
  return join(examplesFolder, folder, "network.lock.json");
}

export function lockDocument(text: string): Document {
  return readDocument("network.lock.json", text);
}

/** As the command line writes it. */
export function lockText({ lock }: Design): string {
  return `${JSON.stringify(writeLock(lock), null, 2)}\n`;
}

function foldersWithIntent(within: string): readonly string[] {
  const folder = join(examplesFolder, within);
  return readdirSync(folder)
    .filter((name) => existsSync(join(folder, name, "network.yaml")))
    .sort();
}
