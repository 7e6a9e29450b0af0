import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import type { ConnectionKind } from "../model/connection-kind.ts";
import type { Lock } from "../model/lock.ts";
import type { Decided } from "./decide.ts";
import { pairKey } from "./expand-connections.ts";

/** A connection that was decided otherwise before: the change is announced, and made only when asked for. */
export function keepDecisions(
  decided: readonly Decided[],
  lock: Lock,
  kinds: readonly ConnectionKind[],
  reconsider: boolean,
): readonly Diagnostic[] {
  if (reconsider) return [];
  return decided.flatMap(({ wish, kind }): readonly Diagnostic[] => {
    const before = lock.connections.get(pairKey(wish))?.kind;
    if (!kind || before === undefined || before === kind.name || wish.kind !== undefined) return [];

    const origin = { file: lock.file, path: ["connections", pairKey(wish), "kind"] };
    const known = kinds.find(({ name }) => name === before);
    if (!known) return [unknownKind(before, origin, lock)];
    return [
      {
        rule: "lock/stale-decision",
        severity: "error",
        message: `${wish.name} was decided to be ${known.title} in ${lock.file}, and ${kind.title} would now be chosen.`,
        origin: wish.origin,
        related: [{ message: `${before} stands here`, origin }],
        hint: `Write kind: ${before} to keep it, or run with --reconsider to change it.`,
      },
    ];
  });
}

function unknownKind(before: string, origin: Diagnostic["origin"], lock: Lock): Diagnostic {
  return {
    rule: "lock/unknown-kind",
    severity: "error",
    message: `${lock.file} has "${before}", which is not a kind of connection.`,
    origin,
    hint: `Restore ${lock.file} from version control, or run with --reconsider to decide anew.`,
  };
}
