import type { JsonObject } from "../../source/document.ts";
import { isObject } from "../../source/index.ts";
import type { Origin } from "../../source/origin.ts";
import { at, type Reading, report } from "./reading.ts";

const ENDS = [
  ["virtualNetworks", "a virtual network"],
  ["sites", "a site"],
  ["p2sUsers", "a group of users"],
] as const;

/**
 * Ends of connections are told by name alone, and Azure does not tell names apart by case. Answers the later ones of
 * each pair, as `sites/hub`.
 */
export function checkNames(reading: Reading, value: JsonObject): ReadonlySet<string> {
  const seen = new Map<string, { name: string; what: string; origin: Origin }>();
  const later = new Set<string>();
  for (const [collection, what] of ENDS) {
    const entries = value[collection];
    for (const name of isObject(entries) ? Object.keys(entries) : []) {
      const origin = at(reading, collection, name);
      const first = seen.get(name.toLowerCase());
      if (!first) {
        seen.set(name.toLowerCase(), { name, what, origin });
        continue;
      }
      later.add(`${collection}/${name}`);
      const message =
        first.name === name
          ? `${name} is both ${first.what} and ${what}.`
          : `${first.name} and ${name} differ only in case, which Azure does not tell apart.`;
      report(reading, "intent/duplicate-name", origin, message, "Rename one of them.", {
        at: "key",
        related: [{ message: `${first.name} stands here`, origin: first.origin }],
      });
    }
  }
  return later;
}
