import { formatAddress, formatPrefix, parseAddress, parsePrefix } from "../../src/ip/index.ts";
import type { Cell, RecordedRow } from "./recording.ts";

/** How a table was predicted. The figure is `matched` of `recorded`; `surplus` says how much was said in vain. */
export interface Score {
  readonly recorded: number;
  readonly matched: number;
  readonly missing: number;
  readonly surplus: number;
}

export const nothing: Score = { recorded: 0, matched: 0, missing: 0, surplus: 0 };

export function added(a: Score, b: Score): Score {
  return {
    recorded: a.recorded + b.recorded,
    matched: a.matched + b.matched,
    missing: a.missing + b.missing,
    surplus: a.surplus + b.surplus,
  };
}

export interface Compared {
  readonly score: Score;
  readonly missing: readonly RecordedRow[];
  readonly surplus: readonly RecordedRow[];
}

/** Two multisets of rows in any order. A row matches where every column does, as canonical text. */
export function compareRows(recorded: readonly RecordedRow[], predicted: readonly RecordedRow[]): Compared {
  const waiting = new Map<string, RecordedRow[]>();
  for (const row of predicted) {
    const text = canonicalRow(row);
    waiting.set(text, [...(waiting.get(text) ?? []), row]);
  }
  const missing = recorded.filter((row) => waiting.get(canonicalRow(row))?.pop() === undefined);
  const surplus = [...waiting.values()].flat();
  return {
    score: {
      recorded: recorded.length,
      matched: recorded.length - missing.length,
      missing: missing.length,
      surplus: surplus.length,
    },
    missing,
    surplus,
  };
}

function canonicalRow(row: RecordedRow): string {
  const columns = Object.keys(row).toSorted();
  return JSON.stringify(columns.map((column) => [column, canonical(row[column] ?? null)]));
}

/** Prefixes and addresses as they are written shortest, IPv6 in lower case; everything else as it is. */
export function canonical(cell: Cell): Cell {
  if (typeof cell !== "string") return cell;

  const prefix = cell.includes("/") ? parsePrefix(cell) : undefined;
  if (prefix) return formatPrefix(prefix);

  const address = parseAddress(cell);
  return address ? formatAddress(address) : cell;
}
