import type { Origin } from "../../source/origin.ts";
import { type Reading, report } from "./reading.ts";

/** Names that Azure gives a resource; each kind of resource has its own pattern. */
export function checkName(
  reading: Reading,
  name: string,
  pattern: string,
  what: string,
  origin: Origin,
): void {
  if (new RegExp(pattern).test(name)) return;

  report(
    reading,
    "intent/invalid-name",
    origin,
    `"${name}" is no name that Azure takes for a ${what}.`,
    `Use ${what === "subnet" ? "1 to 80" : "2 to 64"} letters, digits, dots, dashes and underscores; begin with a letter or digit, and end with one or an underscore.`,
    { at: "key" },
  );
}
