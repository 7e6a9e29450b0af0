import { isList, type Value } from "../../../model/unknown.ts";
import { shownValue } from "./arguments.ts";
import type { Expression, Member } from "./expression.ts";
import { Refusal } from "./refusal.ts";

/**
 * Refuses `split(parameters('id'), '/')[8]` where the parameter has fewer parts: it is to blame, and not each of the places
 * that take it apart, which are all refused for this one reason.
 */
export function refuseMissingPart({ of, isSafe }: Member, parts: Value, key: Value): void {
  if (isSafe || !isList(parts) || typeof key !== "number" || parts[key] !== undefined) return;
  const cut = cutParameter(of);
  if (!cut) return;

  const whole = parts.map(String).join(cut.separator);
  throw new Refusal(
    `The parameter ${cut.name} is ${shownValue(whole)}, and so split(parameters('${cut.name}'), '${cut.separator}') has no [${key}].`,
    "invalid",
    false,
    {
      key: JSON.stringify([cut.name.toLowerCase(), whole]),
      more: (count) => `${count} more ${count === 1 ? "place takes" : "places take"} it apart.`,
      hint: `Give ${cut.name} a value that has these parts.`,
    },
  );
}

/** The parameter that `split(parameters('name'), 'separator')` takes apart. */
function cutParameter(
  expression: Expression,
): { readonly name: string; readonly separator: string } | undefined {
  if (expression.kind !== "call" || expression.name !== "split") return undefined;
  const [whole, separator] = expression.arguments;
  if (whole?.kind !== "call" || whole.name !== "parameters") return undefined;
  const [name] = whole.arguments;
  if (name?.kind !== "literal" || separator?.kind !== "literal") return undefined;
  return { name: String(name.value), separator: String(separator.value) };
}
