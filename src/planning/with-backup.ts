import type { ConnectionKind } from "../model/connection-kind.ts";
import type { Reason } from "../model/decision.ts";
import type { Demand } from "../model/demand.ts";
import type { Needs } from "../model/needs.ts";
import type { Decided, Weighed } from "./decide.ts";

/** Two ways together, where no single one survives the loss that is asked about. */
export interface WithBackup {
  readonly primary: ConnectionKind;
  readonly backup: ConnectionKind;
  readonly because: readonly Reason[];
}

/** What a stand-in may fall short of while the first way is down; the rest it must meet as well. */
const WAIVED: ReadonlySet<keyof Needs | undefined> = new Set(["bandwidth", "sla", "latency", "resilience"]);

/**
 * The first kind that lacks nothing but resilience, and one that stands in for it. Losing a circuit, or the place where
 * it ends, then leaves the other way.
 */
export function withBackup(weighed: readonly Weighed[]): WithBackup | undefined {
  const buildable = weighed.filter(({ kind, refusal }) => kind.build !== undefined && !refusal);
  const primary = buildable.find(
    ({ kind, objections }) =>
      kind.standsIn !== true &&
      objections.length > 0 &&
      objections.every(({ need }) => need === "resilience"),
  );
  const backup = buildable.find(
    ({ kind, objections }) => kind.standsIn === true && objections.every(({ need }) => WAIVED.has(need)),
  );
  if (!primary || !backup) return undefined;

  // What both lack alone is what they have together.
  const short = backup.objections.filter(({ need }) => need !== "resilience").map(({ reason }) => reason);
  return {
    primary: primary.kind,
    backup: backup.kind,
    because: [
      {
        text: `${primary.kind.title} meets every need but one alone, and ${backup.kind.title} stands in for it while it is down.`,
      },
      ...primary.objections.map(({ reason }) => reason),
      ...short.map(({ text, source }) => ({
        text: `While it stands in: ${text}`,
        ...(source === undefined ? {} : { source }),
      })),
    ],
  };
}

/** Every kind that is built for a wish, in the order of its paths. */
export function kindsOf({
  tunnels,
  kind,
  backup,
}: Pick<Decided, "tunnels" | "kind" | "backup">): readonly ConnectionKind[] {
  return [tunnels, kind, backup].filter((one) => one !== undefined);
}

/** What all kinds of a wish ask of facilities. */
export function demandsOfAll(decided: Decided, hostOf: (network: string) => string): readonly Demand[] {
  return kindsOf(decided).flatMap((kind) => kind.demands?.(decided.wish, hostOf) ?? []);
}
