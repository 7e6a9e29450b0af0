import { visible } from "../source/excerpt.ts";
import { countBySeverity } from "./count-by-severity.ts";
import { countQuiet } from "./count-quiet.ts";
import type { Severity } from "./diagnostic.ts";
import { formatPlace } from "./format-place.ts";
import { isActive, type LocatedDiagnostic } from "./located.ts";

/** How each part looks; the caller knows whether there is a terminal, and what it can do. */
export type Paint = Readonly<Record<Severity | "place" | "rule" | "hint", (text: string) => string>>;

const plain = (text: string): string => text;

export const NO_PAINT: Paint = {
  error: plain,
  warning: plain,
  info: plain,
  place: plain,
  rule: plain,
  hint: plain,
};

/**
 * For people: a block for each diagnostic that asks for something, in the order given, and a last line that counts
 * them, and those that are suppressed or known. Places are written so that editors and terminals make links of them.
 * Ends without a line break.
 */
export function formatText(diagnostics: readonly LocatedDiagnostic[], paint: Paint = NO_PAINT): string {
  const active = diagnostics.filter(isActive);
  const blocks = active.map((diagnostic) => `${formatOne(diagnostic, paint)}\n`);
  return [...blocks, summary(active, diagnostics)].join(active.length === 0 ? "" : "\n");
}

function formatOne(diagnostic: LocatedDiagnostic, paint: Paint): string {
  const { severity, rule, message, hint, related = [] } = diagnostic;
  return [
    `${paint.place(formatPlace(diagnostic))} ${paint[severity](severity)} ${paint.rule(visible(rule))}`,
    `  ${visible(message)}`,
    ...related.map((one) => `  ${paint.place(formatPlace(one))} ${visible(one.message)}`),
    ...(hint === undefined ? [] : [`  ${paint.hint("hint:")} ${visible(hint)}`]),
  ].join("\n");
}

function summary(active: readonly LocatedDiagnostic[], all: readonly LocatedDiagnostic[]): string {
  const { suppressed, known } = countQuiet(all);
  const quiet = [
    counted(suppressed, "suppressed", "suppressed"),
    counted(known, "in the baseline", "in the baseline"),
  ];
  return [summaryOf(active), ...quiet].filter((text) => text !== "").join(", ");
}

function summaryOf(diagnostics: readonly LocatedDiagnostic[]): string {
  if (diagnostics.length === 0) return "no findings";

  const { error, warning, info } = countBySeverity(diagnostics);
  const counts = [counted(error, "error"), counted(warning, "warning"), counted(info, "info", "info")];
  const files = new Set(diagnostics.map(({ file }) => file));
  const [first = ""] = files;
  const where = files.size === 1 ? visible(first) : `${files.size} files`;
  return `${counts.filter((text) => text !== "").join(", ")} in ${where}`;
}

function counted(count: number, singular: string, plural = `${singular}s`): string {
  return count === 0 ? "" : `${count} ${count === 1 ? singular : plural}`;
}
