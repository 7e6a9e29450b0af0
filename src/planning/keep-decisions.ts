import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import type { Lock } from "../model/lock.ts";
import type { Decided } from "./decide.ts";
import { pairKey } from "./expand-connections.ts";

/** A connection that was decided otherwise before: the change is announced, and made only when asked for. */
export function keepDecisions(decided: readonly Decided[], lock: Lock, reconsider: boolean): readonly Diagnostic[] {
  if (reconsider) return [];
  return decided.flatMap(({ wish, kind }): readonly Diagnostic[] => {
    const before = lock.connections.get(pairKey(wish))?.kind;
    if (!kind || before === undefined || before === kind.name || wish.kind !== undefined) return [];
    return [
      {
        rule: "lock/stale-decision",
        severity: "error",
        message: `${wish.name} was decided to be ${before} in ${lock.file}, and ${kind.title} would now be chosen.`,
        origin: wish.origin,
        related: [{ message: `${before} stands here`, origin: { file: lock.file, path: ["connections", pairKey(wish)] } }],
        hint: `Write kind: ${before} to keep it, or run with --reconsider to change it.`,
      },
    ];
  });
}
