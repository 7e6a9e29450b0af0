import { dirname, join } from "node:path";
import { design as designFrom, type Design } from "../../design.ts";
import type { Output } from "../../outputs/output.ts";
import { outputs } from "../../outputs/index.ts";
import { writeLock } from "../../readers/lock/write-lock.ts";
import type { Context } from "../command-context.ts";
import { exitCode } from "../exit-code.ts";
import { formatFindings, hasError, placeFindings } from "../format-findings.ts";
import { DEFAULT_INPUT } from "../default-input.ts";
import { type Loaded, loadInput } from "../load-intent.ts";
import { paintFor, type Style, styleFor } from "../paint.ts";
import { count, summariseDesign } from "../summarise-design.ts";
import { writeFiles, type Written } from "../write-files.ts";
import { UserError } from "../user-error.ts";

export interface DesignFlags {
  readonly out?: string;
  readonly format: "text" | "json";
  readonly frozenLock: boolean;
  readonly reconsider: boolean;
  readonly force: boolean;
}

/** The main job: an intent file becomes a checked design, written beside it. */
export function design(this: Context, flags: DesignFlags, input: string = DEFAULT_INPUT): void {
  const { stdout, stderr } = this.process;
  const loaded = loadInput(input);
  const { design, diagnostics } = designFrom(loaded.document, {
    ...(loaded.lock ? { lock: loaded.lock } : {}),
    reconsider: flags.reconsider,
  });
  const findings = placeFindings(diagnostics, loaded.shown);
  const isJson = flags.format === "json";
  if (findings.length > 0) stderr.write(formatFindings(findings, "text", paintFor(stderr)));

  if (!design || hasError(diagnostics)) {
    if (!isJson) stderr.write("No design: nothing was written.\n");
    if (isJson && design) stdout.write(jsonOf(design));
    this.process.exitCode = exitCode.findings;
    return;
  }
  const lockText = `${JSON.stringify(writeLock(design.lock), null, 2)}\n`;
  if (flags.frozenLock && lockText !== loaded.lock?.text) {
    const what = loaded.lock ? "would change" : "is missing";
    stderr.write(`${loaded.lockPath} ${what}, and --frozen-lock forbids it; nothing was written.\n`);
    stderr.write("  hint: Run `isthmus design` without --frozen-lock, and commit the lock.\n");
    this.process.exitCode = exitCode.findings;
    return;
  }
  if (isJson) {
    stdout.write(jsonOf(design));
    if (flags.out === undefined) return;
  }
  const written = write(design, flags, loaded, lockText);
  if (!isJson) stdout.write(`${report(design, written, loaded, flags, styleFor(stdout)).join("\n")}\n`);
}

function outputFolder(flags: DesignFlags, loaded: Loaded): string {
  return flags.out ?? join(loaded.folder, "out");
}

function write(design: Design, flags: DesignFlags, loaded: Loaded, lockText: string): Written {
  const files = new Map(outputs.flatMap((output: Output) => [...output.write(design)]));
  const lock = flags.frozenLock ? new Map<string, string>() : new Map([[loaded.lockPath, lockText]]);
  return writeFiles(outputFolder(flags, loaded), files, lock, flags.force);
}

function jsonOf(design: Design): string {
  const json = outputs.find((output) => output.name === "design-json")?.write(design).get("design.json");
  if (json === undefined) throw new UserError("This build writes no design.json.", "Install isthmus again.");
  return json;
}

function report(
  design: Design,
  { written, unchanged, removed }: Written,
  loaded: Loaded,
  flags: DesignFlags,
  style: Style,
): readonly string[] {
  const folder = outputFolder(flags, loaded);
  const names = [...written, ...unchanged].sort();
  const shown = names.length > 8 ? [...names.slice(0, 8), `and ${names.length - 8} more`] : names;
  const state = written.length === 0 ? "unchanged" : `${count(written.length, "file")} written`;
  return [
    ...summariseDesign(design, style),
    `  ${folder}/ (${state}): ${shown.join(", ")}`,
    ...(removed.length > 0 ? [`  removed from there: ${removed.join(", ")}`] : []),
    `  Open ${join(folder, "report.html")}, or read why: isthmus explain${whereOf(loaded)} ${design.decisions[0]?.between.join(" ") ?? ""}`.trimEnd(),
  ];
}

function whereOf(loaded: Loaded): string {
  const path = [...loaded.shown.values()][0]?.path ?? DEFAULT_INPUT;
  return path === DEFAULT_INPUT || dirname(path) === "" ? "" : ` --input ${path}`;
}
