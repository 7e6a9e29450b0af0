import type { LocatedDiagnostic } from "./located.ts";

/** Findings that ask for nothing: somebody has said why they stay, or they are older than the baseline. */
export interface QuietCounts {
  readonly suppressed: number;
  readonly known: number;
}

export function countQuiet(diagnostics: readonly LocatedDiagnostic[]): QuietCounts {
  const suppressed = diagnostics.filter(({ suppression }) => suppression !== undefined).length;
  const known = diagnostics.filter(
    ({ suppression, baselineState }) => suppression === undefined && baselineState === "unchanged",
  ).length;
  return { suppressed, known };
}
