import type { Prefix } from "./prefix.ts";
import { comparePrefixes, contains } from "./prefix-relations.ts";
import { parentOf } from "./split.ts";

/** The shortest sorted list that covers exactly the same addresses. */
export function summarise(prefixes: readonly Prefix[]): Prefix[] {
  const summary: Prefix[] = [];
  for (const prefix of outermost(prefixes)) {
    let merged: Prefix | undefined = prefix;
    while (merged !== undefined) {
      summary.push(merged);
      merged = mergeLastTwo(summary);
    }
  }

  return summary;
}

/** Those that are inside no other one, sorted: the same addresses, each once. */
export function outermost(prefixes: readonly Prefix[]): Prefix[] {
  const kept: Prefix[] = [];
  for (const prefix of prefixes.toSorted(comparePrefixes)) {
    const previous = kept.at(-1);
    if (previous === undefined || !contains(previous, prefix)) kept.push(prefix);
  }

  return kept;
}

/** Takes the last two off the list if they are the halves of one prefix, and answers that. */
function mergeLastTwo(sorted: Prefix[]): Prefix | undefined {
  const lower = sorted.at(-2);
  const upper = sorted.at(-1);
  if (lower === undefined || upper === undefined || lower.length !== upper.length) return undefined;

  const parent = parentOf(lower);
  if (parent === undefined || !contains(parent, upper)) return undefined;

  sorted.splice(-2);
  return parent;
}
