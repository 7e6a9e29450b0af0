import { check } from "../check.ts";
import { formatJson } from "../diagnostics/index.ts";
import type { Estate } from "../model/estate.ts";
import { nameOfId } from "../model/name-of-id.ts";
import type { Context } from "./command-context.ts";
import { exitCode } from "./exit-code.ts";
import { hasError, placeFindings, type Shown } from "./format-findings.ts";
import { printFindings } from "./load-design.ts";
import { loadInput } from "./load-input.ts";

export interface LoadedEstate {
  readonly estate: Estate;
  /** As it was named on the command line. */
  readonly file: string;
  /** What an intent calls an existing network, lower-cased, and the name that it has in Azure. */
  readonly calledInFile: ReadonlyMap<string, string>;
  readonly shown: Shown;
}

/**
 * The estate in a file, or that comes of an intent. What keeps the file from being read is said and leads to exit code
 * 1; what is wrong with an estate that exists is `check`'s to say, for its packets go somewhere all the same.
 */
export function loadEstate(
  context: Context,
  path: string,
  format: "text" | "json",
): LoadedEstate | undefined {
  const { document, lock, shown } = loadInput(path);
  const checked = check(document, { ...(lock ? { lock } : {}), reconsider: false });
  const judged = new Set(checked.type === "estate" ? checked.analysis.findings : []);
  const findings = placeFindings(
    checked.diagnostics.filter((diagnostic) => !judged.has(diagnostic)),
    shown,
  );
  if (hasError(findings)) {
    printFindings(context, findings);
    context.process.exitCode = exitCode.findings;
  }
  const estate = checked.type === "estate" ? checked.estate : checked.design?.estate;
  const networks = checked.type === "intent" ? (checked.design?.intent.virtualNetworks ?? []) : [];
  const calledInFile = new Map(
    networks.flatMap(({ name, existing }) =>
      existing === undefined ? [] : [[name.toLowerCase(), nameOfId(existing)] as const],
    ),
  );
  if (estate) return { estate, file: path, calledInFile, shown };

  if (format === "json") context.process.stdout.write(formatJson(findings));
  return undefined;
}
