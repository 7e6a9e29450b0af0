import type { Design } from "../../src/design.ts";
import type { Decision, Reason } from "../../src/model/decision.ts";
import { formatMoney } from "../../src/model/money.ts";

/** Every decision as a person would defend it: what, why, what else there was, and what it costs. */
export function decisionsPage({ intent, decisions, price }: Design): string {
  const sum = price.monthly
    ? `${formatMoney(price.monthly)} a month, as far as traffic was given.`
    : "No traffic was given.";
  return `${[`# ${intent.name}`, sum, ...decisions.map(section)].join("\n\n")}\n`;
}

function section(decision: Decision): string {
  const { name, description, rejected } = decision;
  return [
    `## ${name}: ${answerOf(decision)}`,
    ...(description === undefined ? [] : [description]),
    priceOf(decision),
    listed("Because:", decision.because),
    ...rejected.map(({ title, because }) => listed(`Not ${title}:`, because)),
  ].join("\n\n");
}

export function answerOf({ title = "no way found", status }: Decision): string {
  return status === "userChose" ? `${title}, as the file says` : title;
}

export function priceOf({ monthly, perGigabyte }: Decision): string {
  const rates = perGigabyte
    ? `${formatMoney(perGigabyte.there)} a GB there, ${formatMoney(perGigabyte.back)} a GB back`
    : "no price a GB";
  return monthly ? `${formatMoney(monthly)} a month (${rates}).` : `By traffic: ${rates}.`;
}

function listed(heading: string, reasons: readonly Reason[]): string {
  return [
    heading,
    ...reasons.map(({ text, source }) => `- ${text}${source === undefined ? "" : ` <${source}>`}`),
  ].join("\n");
}
