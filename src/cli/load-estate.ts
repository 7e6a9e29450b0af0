import type { Checked } from "../check.ts";
import { formatJson } from "../diagnostics/index.ts";
import type { Estate } from "../model/estate.ts";
import type { Expectation } from "../model/expectation.ts";
import { nameOfId } from "../model/name-of-id.ts";
import { judgedFindings } from "./check/judged-findings.ts";
import { checkLoaded } from "./check-loaded.ts";
import type { Context } from "./command-context.ts";
import { exitCode } from "./exit-code.ts";
import { hasError, placeFindings, type Shown } from "./format-findings.ts";
import { printFindings } from "./load-design.ts";
import type { InputGiven } from "./load-input.ts";
import { loadOne } from "./load-inputs.ts";

export interface LoadedEstate {
  readonly estate: Estate;
  /** As it was named on the command line. */
  readonly file: string;
  /** What an intent calls an existing network, lower-cased, and the name that it has in Azure. */
  readonly calledInFile: ReadonlyMap<string, string>;
  readonly shown: Shown;
  /** What the intent asks for; nothing, of an estate. */
  readonly expectations: readonly Expectation[];
}

/**
 * The estate in a file, or that comes of an intent. What keeps the file from being read is said and leads to exit code
 * 1; what is wrong with an estate that exists is `check`'s to say, for its packets go somewhere all the same.
 */
export function loadEstate(
  context: Context,
  path: string,
  format: "text" | "json",
  given: InputGiven = {},
): LoadedEstate | undefined {
  const group = loadOne(path, given);
  const checked = checkLoaded(group.loaded, { reconsider: false });
  const shown = group.shown();
  const findings = checked.type === "intent" ? judgedFindings(group, checked) : unreadable(checked, shown);
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
  const expectations = checked.type === "intent" ? (checked.design?.expectations ?? []) : [];
  if (estate) return { estate, file: path, calledInFile, shown, expectations };

  if (format === "json") context.process.stdout.write(formatJson(findings));
  return undefined;
}

function unreadable({ diagnostics, analysis }: Extract<Checked, { type: "estate" }>, shown: Shown) {
  const judged = new Set(analysis.findings);
  return placeFindings(
    diagnostics.filter((diagnostic) => !judged.has(diagnostic)),
    shown,
  );
}
