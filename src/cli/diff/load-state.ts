import { basename, dirname, extname, join } from "node:path";
import { check } from "../../check.ts";
import type { State } from "../../diff.ts";
import { readDocument } from "../../source/index.ts";
import { checkLoaded } from "../check-loaded.ts";
import type { Context } from "../command-context.ts";
import { hasError, placeFindings, type Shown } from "../format-findings.ts";
import { printFindings } from "../load-design.ts";
import { loadOne } from "../load-inputs.ts";
import { readText } from "../read-file.ts";
import { UserError } from "../user-error.ts";
import { parseRevision, type Revision, readRevision } from "./revision.ts";

/** One side of the comparison: of a file, or of a file in a revision; `undefined`, with the reasons said, where it is none. */
export function loadState(context: Context, named: string): State | undefined {
  const revision = parseRevision(named);
  const { checked, shown } = revision ? checkRevision(named, revision) : checkFile(named);
  const judged = new Set(checked.type === "estate" ? checked.analysis.findings : []);
  const findings = placeFindings(
    checked.diagnostics.filter((diagnostic) => !judged.has(diagnostic)),
    shown,
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

function checkFile(path: string) {
  const { loaded, shown } = loadOne(path);
  return { checked: checkLoaded(loaded, { reconsider: false }), shown: shown() };
}

/** With the lock that the revision has beside it, and no other. */
function checkRevision(named: string, revision: Revision) {
  const bytes = readRevision(revision);
  if (!bytes)
    throw new UserError(
      `${revision.revision} has no ${revision.path}.`,
      "Name a file that the revision has, by its path from here.",
    );
  const document = readDocument(basename(revision.path), readText(named, bytes));
  const lockPath = join(
    dirname(revision.path),
    `${basename(revision.path, extname(revision.path))}.lock.json`,
  );
  const lockBytes = readRevision({ ...revision, path: lockPath });
  const lock = lockBytes && readDocument(basename(lockPath), readText(lockPath, lockBytes));
  const shown: Shown = new Map([
    [document.file, { document, path: named }],
    ...(lock ? [[lock.file, { document: lock, path: `${revision.revision}:${lockPath}` }] as const] : []),
  ]);
  return { checked: check(document, { ...(lock ? { lock } : {}), reconsider: false }), shown };
}
