import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import type { Decision } from "../model/decision.ts";
import { formatMoney } from "../model/money.ts";
import type { Decided } from "./decide.ts";

/** A budget that is exceeded is an error; one that no known price can be held against is a warning. */
export function checkBudgets(
  decided: readonly Decided[],
  decisions: readonly Decision[],
): readonly Diagnostic[] {
  return decided.flatMap(({ wish, kind }, index): readonly Diagnostic[] => {
    const budget = wish.needs.budget;
    const decision = decisions[index];
    if (!budget || !decision || decision.status === "impossible") return [];

    const limit = formatMoney({ ...budget.value, atLeast: false });
    const { monthly } = decision;
    if (monthly && monthly.amount > budget.value.amount) {
      return [
        {
          rule: "connection/exceeds-budget-limit",
          severity: "error",
          message: `${wish.name} costs ${formatMoney(monthly)} a month; its budget is ${limit}.`,
          origin: budget.origin,
          hint:
            kind?.gateway === undefined
              ? "Raise the budget, or send less."
              : "Raise the budget, or send less; a gateway or a circuit costs the most of it, whatever is sent.",
        },
      ];
    }
    if (monthly && !monthly.atLeast) return [];
    return [
      {
        rule: "connection/unknown-price",
        severity: "warning",
        message: monthly
          ? `${wish.name} costs ${formatMoney(monthly)} a month, and not all of its prices are known: its budget of ${limit} cannot be confirmed.`
          : `${wish.name} has a budget of ${limit}, and what it costs depends on traffic that is not given.`,
        origin: budget.origin,
        hint: monthly
          ? "Look up the missing price before you rely on the budget."
          : "Write traffic: { there: 500 GB, back: 100 GB }.",
      },
    ];
  });
}
