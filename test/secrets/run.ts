import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { run } from "@stricli/core";
import { onTestFinished } from "vitest";
import { application } from "../../src/cli/app.ts";
import type { Context } from "../../src/cli/command-context.ts";

export interface Said {
  readonly code: Context["process"]["exitCode"];
  /** On both streams, in this order. */
  readonly text: string;
}

/** A command in this process: starting one takes longer than most of what they do. */
export async function isthmus(...args: readonly string[]): Promise<Said> {
  const pieces: string[] = [];
  const stream = {
    write(text: string, written?: () => void) {
      pieces.push(text);
      written?.();
    },
  };
  const process: Context["process"] = { stdout: stream, stderr: stream, env: {}, exitCode: 0 };
  await run(application, args, { process });
  return { code: process.exitCode, text: pieces.join("") };
}

/** A folder of its own with these files in it. */
export function folderOf(files: Readonly<Record<string, string>>): string {
  const folder = mkdtempSync(join(tmpdir(), "isthmus-secrets-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
  return folder;
}

/** Everything that was written into a folder, with the names. */
export function writtenIn(folder: string): string {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => `${name}\n${readFileSync(join(parentPath, name), "utf8")}`)
    .join("\n");
}
