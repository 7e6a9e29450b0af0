import type { RecordedRow } from "./recording.ts";

export function formatRow(row: RecordedRow): string {
  return Object.entries(row)
    .map(([column, cell]) => `${column}=${cell === null || cell === "" ? "-" : String(cell)}`)
    .join(" ");
}
