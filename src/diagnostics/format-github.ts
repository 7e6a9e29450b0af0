import { visible } from "../source/excerpt.ts";
import type { Severity } from "./diagnostic.ts";
import { formatPlace } from "./format-place.ts";
import { isActive, type LocatedDiagnostic } from "./located.ts";

const COMMANDS: Readonly<Record<Severity, "error" | "warning" | "notice">> = {
  error: "error",
  warning: "warning",
  info: "notice",
};

/**
 * Workflow commands, which GitHub shows beside the lines of a pull request. A line for each finding that asks for something.
 * https://docs.github.com/actions/reference/workflows-and-actions/workflow-commands
 */
export function formatGithub(diagnostics: readonly LocatedDiagnostic[]): string {
  return diagnostics
    .filter(isActive)
    .map((diagnostic) => `${formatOne(diagnostic)}\n`)
    .join("");
}

function formatOne(diagnostic: LocatedDiagnostic): string {
  const { severity, rule, message, hint, related = [] } = diagnostic;
  const lines = [
    visible(message),
    ...related.map((one) => `${formatPlace(one)} ${visible(one.message)}`),
    ...(hint === undefined ? [] : [`hint: ${visible(hint)}`]),
  ];
  const properties = [...placeOf(diagnostic), ["title", rule]] as const;
  const given = properties.map(([name, value]) => `${name}=${escapeProperty(visible(value))}`);
  return `::${COMMANDS[severity]} ${given.join(",")}::${escapeData(lines.join("\n"))}`;
}

/** GitHub takes columns only for findings within one line. */
function placeOf({ file, span }: LocatedDiagnostic): readonly (readonly [name: string, value: string])[] {
  if (!span) return [["file", file]];
  const { start, end } = span;
  const lines = [
    ["file", file],
    ["line", String(start.line)],
    ["endLine", String(end.line)],
  ] as const;
  if (start.line !== end.line) return lines;
  return [...lines, ["col", String(start.column)], ["endColumn", String(end.column)]];
}

function escapeData(text: string): string {
  return text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
}
