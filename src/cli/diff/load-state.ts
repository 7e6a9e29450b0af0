import type { State } from "../../diff.ts";
import { checkLoaded } from "../check-loaded.ts";
import type { Context } from "../command-context.ts";
import { hasError, placeFindings } from "../format-findings.ts";
import { printFindings } from "../load-design.ts";
import { type InputGiven, loadInput } from "../load-input.ts";
import { type LoadedGroup, loadOne } from "../load-inputs.ts";
import { parseRevision } from "./revision.ts";
import { revisionSource } from "./revision-source.ts";

/** One side of the comparison: of a file, or of a file in a revision; `undefined`, with the reasons said, where it is none. */
export function loadState(context: Context, named: string, given: InputGiven): State | undefined {
  const { loaded, shown } = load(named, given);
  const checked = checkLoaded(loaded, { reconsider: false });
  const judged = new Set(checked.type === "estate" ? checked.analysis.findings : []);
  const findings = placeFindings(
    checked.diagnostics.filter((diagnostic) => !judged.has(diagnostic)),
    shown(),
  );
  if (hasError(findings)) printFindings(context, findings);

  if (checked.type === "estate") {
    const { estate, analysis } = checked;
    return { estate, ...(analysis.price.monthly ? { monthly: analysis.price.monthly } : {}) };
  }
  if (!checked.design) return undefined;
  const { estate, price } = checked.design;
  return { estate, ...(price.monthly ? { monthly: price.monthly } : {}) };
}

function load(named: string, given: InputGiven): LoadedGroup {
  const revision = parseRevision(named);
  if (!revision) return loadOne(named, given);
  const loaded = loadInput(revision.path, given, revisionSource(revision.revision));
  return { loaded: [loaded], shown: () => loaded.shown };
}
