import type { Value } from "../../../model/unknown.ts";
import type { Json } from "../../../source/document.ts";
import { excerpt } from "../../../source/excerpt.ts";
import { isList } from "../../../source/index.ts";
import { readYaml } from "../../../source/yaml-document.ts";
import { Refusal } from "../expression/refusal.ts";

/** Azure takes texts in single quotes, too: `{'one': 'a'}`, which is YAML. */
export function parseJsonText(text: string, written: string): Value {
  try {
    const value: Json = JSON.parse(text);
    return exactly(value, written);
  } catch (error) {
    if (error instanceof Refusal) throw error;
    const lenient = /^\s*[[{']/.test(text) ? readYaml("", text) : undefined;
    if (lenient?.value === undefined || lenient.problems.length > 0) {
      throw new Refusal(`${written} takes JSON, and '${excerpt(text)}' is none.`);
    }
    return exactly(lenient.value, written);
  }
}

function exactly(value: Json, written: string): Value {
  if (typeof value === "number" && Number.isInteger(value) && !Number.isSafeInteger(value)) {
    throw new Refusal(
      `${written} gets a number larger than the whole numbers that can be counted exactly.`,
      "limit",
    );
  }
  if (isList(value)) return value.map((item) => exactly(item, written));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, exactly(inner, written)]));
}
