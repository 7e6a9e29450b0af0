export { countBySeverity, type SeverityCounts } from "./count-by-severity.ts";
export type { Diagnostic, Related, Severity } from "./diagnostic.ts";
export { formatText, NO_PAINT, type Paint } from "./format-text.ts";
export { syntaxDiagnostics } from "./from-syntax.ts";
export { type LocatedDiagnostic, type LocatedRelated, locate, sortDiagnostics } from "./located.ts";
