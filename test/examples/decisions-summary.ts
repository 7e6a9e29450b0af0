import type { Decision } from "../../src/model/decision.ts";
import { answerOf, priceOf } from "./decisions-page.ts";

/** Connections that were answered alike, once, with how many there are: of sixty spokes nobody reads sixty pages. */
export function decisionsSummary(decisions: readonly Decision[]): string {
  const groups = new Map<string, string[]>();
  for (const decision of decisions) {
    const reasons = decision.because.map(({ text }) => `- ${text}`);
    const answer = [`${answerOf(decision)}. ${priceOf(decision)}`, "", ...reasons].join("\n");
    groups.set(answer, [...(groups.get(answer) ?? []), decision.name]);
  }
  const sections = [...groups].map(([answer, names]) => `## ${titleOf(names)}\n\n${answer}`);
  return `${[`# ${decisions.length} connections`, ...sections].join("\n\n")}\n`;
}

function titleOf(names: readonly string[]): string {
  return names.length > 3 ? `${names.length} connections, ${names[0]} the first` : names.join(", ");
}
