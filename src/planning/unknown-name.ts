import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { didYouMean } from "../diagnostics/did-you-mean.ts";
import type { EndPattern, Intent } from "../model/intent.ts";

/** A name that stands for nothing in the file. What could not be read is there all the same, and may be meant. */
export function unknownName({ text, origin }: EndPattern, intent: Intent): Diagnostic {
  const names = [...intent.virtualNetworks, ...intent.sites, ...intent.p2sUsers].map(({ name }) => name);
  const guess = didYouMean(text, [...names, ...intent.broken]);
  return {
    rule: "intent/unknown-name",
    severity: "error",
    message: `"${text}" is neither a virtual network nor a site nor a group of users of this file.`,
    origin,
    hint: guess ? `Write ${guess}.` : "Name one that stands in the file, or add it.",
  };
}
