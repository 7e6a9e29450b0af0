import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { didYouMean } from "../diagnostics/did-you-mean.ts";
import type { Intent } from "../model/intent.ts";
import type { Decided } from "./decide.ts";

/** Pairs that must never reach each other: a connection between the two is a contradiction in the file itself. */
export function checkIsolation(intent: Intent, decided: readonly Decided[]): readonly Diagnostic[] {
  const names = [...intent.virtualNetworks, ...intent.sites, ...intent.p2sUsers].map(({ name }) => name);
  return intent.isolate.flatMap(({ between: [a, b], origin }): readonly Diagnostic[] => {
    const unknown = [a, b].filter(({ text }) => !names.includes(text) && !intent.broken.has(text));
    if (unknown.length > 0) {
      return unknown.map(({ text, origin }) => {
        const guess = didYouMean(text, names);
        return {
          rule: "intent/unknown-name",
          severity: "error",
          message: `"${text}" is neither a virtual network nor a site nor a group of users of this file.`,
          origin,
          hint: guess ? `Write ${guess}.` : "Name one that stands in the file, or add it.",
        };
      });
    }
    const pair = [a.text, b.text].sort().join(" - ");
    const joined = decided.find(
      ({ decision }) => decision.status !== "impossible" && [...decision.between].sort().join(" - ") === pair,
    );
    if (!joined) return [];
    return [
      {
        rule: "intent/isolated-connection",
        severity: "error",
        message: `${a.text} and ${b.text} are to be isolated, and a connection joins them.`,
        origin,
        related: [{ message: `${joined.decision.name} is asked for here`, origin: joined.wish.origin }],
        hint: "Remove one of the two.",
      },
    ];
  });
}
