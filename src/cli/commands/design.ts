import { join } from "node:path";
import type { Design } from "../../design.ts";
import { formatJson } from "../../diagnostics/index.ts";
import { outputs } from "../../outputs/index.ts";
import { writeLock } from "../../readers/lock/write-lock.ts";
import { visible } from "../../source/index.ts";
import type { Context } from "../command-context.ts";
import { DEFAULT_INPUT } from "../default-input.ts";
import { exitCode } from "../exit-code.ts";
import { hasError } from "../format-findings.ts";
import { loadDesign, printFindings } from "../load-design.ts";
import { type Loaded, STDIN } from "../load-input.ts";
import { loadPrices } from "../load-prices.ts";
import { styleFor } from "../paint.ts";
import { reportWritten } from "../report-written.ts";
import { summariseDesign } from "../summarise-design.ts";
import { UserError } from "../user-error.ts";
import { writeFiles } from "../write-files.ts";

export interface DesignFlags {
  readonly out?: string;
  readonly prices?: string;
  readonly config?: string;
  readonly format: "text" | "json";
  readonly frozenLock: boolean;
  readonly reconsider: boolean;
  readonly force: boolean;
}

/** The main job: an intent file becomes a checked design, written beside it. */
export function design(context: Context, flags: DesignFlags, input: string = DEFAULT_INPUT): void {
  const { stdout, stderr } = context.process;
  const isJson = flags.format === "json";
  const writes = !isJson || flags.out !== undefined;
  if (input === STDIN && writes) {
    throw new UserError(
      "A design from stdin has no place for its lock.",
      "Add --format json without --out, or name a file.",
    );
  }
  const prices = flags.prices === undefined ? undefined : loadPrices(flags.prices);
  const { loaded, design, findings, notes } = loadDesign(input, flags.reconsider, prices, flags.config);
  printFindings(context, findings, notes);
  if (!design || hasError(findings)) {
    if (isJson) stdout.write(design ? jsonOf(design) : formatJson(findings));
    else stderr.write("No design: nothing was written.\n");
    context.process.exitCode = exitCode.findings;
    return;
  }
  const lockText = `${JSON.stringify(writeLock(design.lock), null, 2)}\n`;
  if (flags.frozenLock && !isSame(lockText, loaded)) {
    stderr.write(refusal(loaded));
    context.process.exitCode = exitCode.findings;
    return;
  }
  // Files first: a reader of stdout that goes away early must not keep them from being written.
  const folder = flags.out ?? join(loaded.folder, "out");
  const lock = new Map(flags.frozenLock ? [] : [[loaded.lockPath, lockText]]);
  const { files, limits } = writes ? filesOf(design) : { files: new Map(), limits: [] };
  const written = writes ? writeFiles(folder, files, lock, { force: flags.force }) : undefined;
  for (const { message, hint } of limits) stderr.write(`warning: ${message}\n  hint: ${hint}\n`);
  if (isJson) {
    stdout.write(jsonOf(design));
  } else if (written) {
    const lines = [
      ...summariseDesign(design, styleFor(stdout)),
      ...reportWritten(design, folder, input, written),
    ];
    // On one screen the findings come first, and a line apart.
    if (findings.length > 0 && stderr.isTTY === true) stderr.write("\n");
    stdout.write(`${lines.join("\n")}\n`);
  }
}

/** A checkout may have changed the ends of lines; that is no change of the lock. */
function isSame(lockText: string, { lock }: Loaded): boolean {
  return lock?.text.replaceAll("\r\n", "\n") === lockText;
}

function refusal({ lock, lockPath }: Loaded): string {
  return [
    `${visible(lockPath)} ${lock ? "would change" : "is missing"}, and --frozen-lock forbids it; nothing was written.`,
    "  hint: Run `isthmus design` without --frozen-lock, and commit the lock.",
    "",
  ].join("\n");
}

/** Every output's files, and what will not be taken of them elsewhere. */
function filesOf(design: Design) {
  const written = outputs.map((output) => ({ output, files: output.write(design) }));
  return {
    files: new Map(written.flatMap(({ files }) => [...files])),
    limits: written.flatMap(({ output, files }) => output.limits?.(files) ?? []),
  };
}

function jsonOf(design: Design): string {
  const json = outputs
    .find(({ name }) => name === "design-json")
    ?.write(design)
    .get("design.json");
  if (json === undefined) throw new Error("outputs/index.ts has no design-json.");
  return json;
}
