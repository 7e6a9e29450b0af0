import { isList, isUnknown, type Value } from "../../../model/unknown.ts";
import { Refusal } from "./refusal.ts";

/** A value as part of a text, the way .NET writes it: `True`, and nothing for null. */
export function textOfValue(value: Value): string {
  if (typeof value === "string") return value;
  if (typeof value === "number") return String(value);
  if (typeof value === "boolean") return value ? "True" : "False";
  return value === null ? "" : jsonOfValue(value);
}

/** Without blanks, as Azure writes it. The value holds nothing unknown. */
function jsonOfValue(value: Value): string {
  if (isUnknown(value)) throw new Refusal("Something that is not known cannot be written.");
  if (isList(value)) return `[${value.map(jsonOfValue).join(",")}]`;
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  const members = Object.entries(value).map(([key, inner]) => `${JSON.stringify(key)}:${jsonOfValue(inner)}`);
  return `{${members.join(",")}}`;
}
