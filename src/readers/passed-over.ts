import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import type { Coverage } from "../model/estate.ts";

const MOST_NAMES = 8;

/** One line for all that a file holds and nobody reads; nothing where there is nothing. */
export function passedOverFindings(
  passedOver: Coverage["passedOver"],
  rule: string,
  file: string,
): readonly Diagnostic[] {
  if (passedOver.length === 0) return [];
  const names = passedOver
    .toSorted((a, b) => (a.type < b.type ? -1 : 1))
    .map(({ type, count }) => (count === 1 ? type : `${type} (${count})`));
  const more = names.length > MOST_NAMES ? `, and ${names.length - MOST_NAMES} types more` : "";
  return [
    {
      rule,
      severity: "info",
      message: `Passed over, as Isthmus does not read these types: ${names.slice(0, MOST_NAMES).join(", ")}${more}.`,
      origin: { file, path: [] },
    },
  ];
}
