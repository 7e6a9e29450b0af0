import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import type { Intent, IsolationIntent } from "../model/intent.ts";
import type { Decided } from "./decide.ts";
import { unknownName } from "./unknown-name.ts";

/** Pairs that must never reach each other: a connection between the two is a contradiction in the file itself. */
export function checkIsolation(intent: Intent, decided: readonly Decided[]): readonly Diagnostic[] {
  if (intent.isolate.length === 0) return [];

  const names = new Set(
    [...intent.virtualNetworks, ...intent.sites, ...intent.p2sUsers].map(({ name }) => name),
  );
  const joined = new Map(
    decided
      .filter(({ decision }) => decision.status !== "impossible")
      .map((one) => [pairOf(one.decision.between), one]),
  );
  return intent.isolate.flatMap(({ between, origin }): readonly Diagnostic[] => {
    const unknown = between.filter(({ text }) => !names.has(text) && !intent.broken.has(text));
    if (unknown.length > 0) return unknown.map((end) => unknownName(end, intent));

    const [a, b] = between.map(({ text }) => text);
    if (a === b) return [toItself(String(a), between)];

    const connection = joined.get(pairOf(between.map(({ text }) => text)));
    if (!connection) return [];
    return [
      {
        rule: "intent/isolated-connection",
        severity: "error",
        message: `${a} and ${b} are to be isolated, and a connection joins them.`,
        origin,
        related: [
          { message: `${connection.decision.name} is asked for here`, origin: connection.wish.origin },
        ],
        hint: "Remove one of the two.",
      },
    ];
  });
}

function pairOf(names: readonly string[]): string {
  return [...names].sort().join(" - ");
}

function toItself(name: string, [, { origin }]: IsolationIntent["between"]): Diagnostic {
  return {
    rule: "intent/invalid-isolation",
    severity: "error",
    message: `${name} is to be isolated from itself.`,
    origin,
    hint: "Name another network, site or group of users.",
  };
}
