import type { Diagnostic, Severity } from "./diagnostic.ts";

export type SeverityCounts = Readonly<Record<Severity, number>>;

export function countBySeverity(diagnostics: readonly Pick<Diagnostic, "severity">[]): SeverityCounts {
  const counts = { error: 0, warning: 0, info: 0 };
  for (const { severity } of diagnostics) counts[severity]++;
  return counts;
}
