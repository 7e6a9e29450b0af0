import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import type { Path } from "../../source/path.ts";
import { pathKey, valueOf } from "./prune.ts";

/** What of a file was left out because it does not fit, so that nobody complains of its absence. */
export interface Damage {
  /** Something at this place or below it was left out. */
  touches(...path: Path): boolean;
  /** A member of the mapping at this place was left out: that another one is missing proves nothing. */
  lost(...path: Path): boolean;
}

export function damageOf(diagnostics: readonly Diagnostic[]): Damage {
  const touched = new Set<string>();
  const lost = new Set<string>();
  for (const { origin } of diagnostics) {
    for (let length = 0; length <= origin.path.length; length += 1)
      touched.add(pathKey(origin.path.slice(0, length)));
    lost.add(pathKey(valueOf(origin.path).slice(0, -1)));
  }
  return { touches: (...path) => touched.has(pathKey(path)), lost: (...path) => lost.has(pathKey(path)) };
}
