import type { BaselineEntry } from "./baseline-file.ts";

/** The same text for the same findings, in whatever order they were found. */
export function writeBaseline(entries: readonly BaselineEntry[]): string {
  const byFingerprint = new Map<string, BaselineEntry>();
  for (const { count = 1, rule, file, place, fingerprint } of entries) {
    const total = count + (byFingerprint.get(fingerprint)?.count ?? (byFingerprint.has(fingerprint) ? 1 : 0));
    byFingerprint.set(fingerprint, {
      rule,
      file,
      place,
      fingerprint,
      ...(total > 1 ? { count: total } : {}),
    });
  }
  const findings = [...byFingerprint.values()].sort(
    (a, b) =>
      compareText(a.file, b.file) ||
      compareText(a.rule, b.rule) ||
      compareText(a.place, b.place) ||
      compareText(a.fingerprint, b.fingerprint),
  );
  return `${JSON.stringify({ format: "isthmus/baseline", version: 1, findings }, undefined, 2)}\n`;
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
