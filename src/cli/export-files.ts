import { join } from "node:path";
import { visible } from "../source/index.ts";
import type { Context } from "./command-context.ts";
import { type LoadedEstate, loadEstate } from "./load-estate.ts";
import { type InputGiven, STDIN } from "./load-input.ts";
import { UserError } from "./user-error.ts";
import { writeFiles } from "./write-files.ts";

export interface ExportFlags extends InputGiven {
  readonly out?: string;
  readonly force: boolean;
}

export interface ExportFolder {
  readonly folder: string;
  readonly files: ReadonlyMap<string, string>;
  /** What is to be filled in is filled in when it runs. */
  readonly isWhole?: true;
}

/** What somebody will put a secret into is theirs alone from the start. */
const SECRET = /<(pre-shared key|private key|password)\b/;
const OWNER_ONLY = 0o600;

export function loadExport(context: Context, input: string, given: InputGiven): LoadedEstate | undefined {
  return loadEstate(context, input, "text", given);
}

export function exportFolder({ out }: ExportFlags, { file }: Pick<LoadedEstate, "file">): string {
  if (out !== undefined) return out;
  if (file === STDIN) throw new UserError("What comes from stdin has no folder beside it.", "Add --out DIR.");
  return join(file, "..", "out", "export");
}

/** A name from a file that leads nowhere else. */
export function fileName(name: string): string {
  return name.replaceAll(/[^\p{L}\p{N}._-]/gu, "-").replace(/^\.+$/, "-");
}

/** `by`: the command. */
export function writeExport(
  { process: { stdout } }: Context,
  by: string,
  folders: readonly ExportFolder[],
  { force }: ExportFlags,
): void {
  for (const { folder, files } of folders) {
    const modeOf = (name: string) => (SECRET.test(files.get(name) ?? "") ? OWNER_ONLY : undefined);
    const { written, stale } = writeFiles(folder, files, new Map(), { force, by, modeOf });
    for (const name of files.keys())
      stdout.write(`${visible(join(folder, name))}${written.includes(name) ? "" : " is unchanged"}\n`);
    for (const name of stale.ours)
      stdout.write(`${visible(join(folder, name))} was removed: it is no longer part of this export\n`);
    for (const name of stale.edited)
      stdout.write(
        `${visible(join(folder, name))} is no longer part of this export, and left there: it was edited\n`,
      );
  }
  const placeholders = folders.some(
    ({ files, isWhole }) => !isWhole && [...files.values()].some((text) => text.includes("To fill in:")),
  );
  if (placeholders) stdout.write("What is yet to be filled in stands at the top of each file.\n");
}
