import { type Design, design as designFrom } from "../design.ts";
import { formatJson, type LocatedDiagnostic } from "../diagnostics/index.ts";
import type { PriceSheet } from "../prices/rate.ts";
import { judgeGroup } from "./check/judge-group.ts";
import { loadConfig } from "./check/load-config.ts";
import type { Context } from "./command-context.ts";
import { exitCode } from "./exit-code.ts";
import { formatFindings, hasError } from "./format-findings.ts";
import { type Loaded, loadInput } from "./load-input.ts";
import { paintFor } from "./paint.ts";

export interface LoadedDesign {
  readonly loaded: Loaded;
  readonly design: Design | undefined;
  readonly findings: readonly LocatedDiagnostic[];
  /** What a config has changed in them. */
  readonly notes: readonly string[];
}

/** An intent file, and what becomes of it. */
export function loadDesign(
  path: string,
  reconsider: boolean,
  prices?: PriceSheet,
  configPath?: string,
): LoadedDesign {
  const loaded = loadInput(path);
  const { design, diagnostics } = designFrom(loaded.document, {
    ...(loaded.lock ? { lock: loaded.lock } : {}),
    ...(prices ? { prices } : {}),
    reconsider,
  });
  const config = loadConfig(configPath, loaded.folder);
  const { findings, notes } = judgeGroup({ type: "intent", design, diagnostics }, loaded.shown, config);
  return { loaded, design, findings, notes };
}

/** For commands that only look: errors are said and lead to exit code 1, and what can be answered still is. */
export function loadDesignToRead(
  context: Context,
  path: string,
  format: "text" | "json",
): Design | undefined {
  const { design, findings } = loadDesign(path, false);
  if (hasError(findings)) {
    printFindings(context, findings);
    context.process.exitCode = exitCode.findings;
  }
  if (!design && format === "json") context.process.stdout.write(formatJson(findings));
  return design;
}

/** On stderr, so that stdout holds the answer and nothing else. */
export function printFindings(
  { process: { stderr } }: Context,
  findings: readonly LocatedDiagnostic[],
  notes: readonly string[] = [],
): void {
  if (findings.length > 0) stderr.write(formatFindings(findings, "text", paintFor(stderr)));
  if (notes.length > 0) stderr.write(`${notes.join("\n")}\n`);
}
