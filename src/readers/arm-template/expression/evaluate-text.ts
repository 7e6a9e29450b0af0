import { isUnknown, type Unknown, type Value } from "../../../model/unknown.ts";
import { evaluate } from "./evaluate.ts";
import { originOfPlace, type Place } from "./place.ts";
import { Refusal } from "./refusal.ts";
import type { Run } from "./run.ts";
import type { Scope } from "./scope.ts";
import { withoutSecretText } from "./without-secret-text.ts";

/** An expression is in brackets; a text in brackets has the first one doubled. */
export function isExpression(text: string): boolean {
  return text.startsWith("[") && text.endsWith("]") && !text.startsWith("[[");
}

/** A text of a template. One that is refused is reported where it stands, once, and is unknown from there on. */
export function evaluateText(text: string, scope: Scope, place: Place): Value {
  if (!isExpression(text)) return text.startsWith("[[") && text.endsWith("]") ? text.slice(1) : text;

  const { run } = scope;
  try {
    const expression = run.parse(text.slice(1, -1));
    const value = run.budget.deeper(() => evaluate(expression, { ...scope, place }));
    count(run, value);
    return value;
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    run.counts.failed++;
    return refused(error, text, scope, place);
  }
}

function count({ counts }: Run, value: Value): void {
  counts.evaluated++;
  if (isUnknown(value)) {
    counts.unknownByCause.set(value.because, (counts.unknownByCause.get(value.because) ?? 0) + 1);
  }
}

/** The unknown that stands for a refused value. */
function refused(refusal: Refusal, text: string, { run, hidesTexts }: Scope, place: Place): Unknown {
  const origin = originOfPlace(place);
  const told = withoutSecretText(refusal.message, text, origin, hidesTexts);
  if (refusal.reason === "limit") {
    run.reportLimit({
      rule: "arm-template/exceeds-evaluation-limit",
      severity: "error",
      message: told.message,
      origin,
      hint: "Let the template make less of it.",
    });
  } else {
    run.reportShared(refusal.cause, {
      rule: "arm-template/invalid-expression",
      severity: "error",
      message: told.message,
      origin,
      hint: refusal.cause?.hint ?? `Correct ${told.text}.`,
    });
  }
  return { kind: "unknown", because: "the expression for it has no value", origin };
}
