import type { Json } from "../../source/document.ts";
import type { Member, TemplateValue } from "../deployment/template-value.ts";
import { literalText, type Place, parameterExpression, resourceIdExpression } from "./expression.ts";

function jsonValue(value: TemplateValue, place: Place): Json {
  if (value.type === "list") return value.items.map((item) => jsonValue(item, place));
  if (value.type === "object") return jsonMembers(value.members, place);
  if (value.type === "reference") return resourceIdExpression(value.id, place);
  if (value.type === "parameter") return parameterExpression(value.name);
  return typeof value.value === "string" ? literalText(value.value) : value.value;
}

/** ARM evaluates names of members, too. */
export function jsonMembers(members: readonly Member[], place: Place): { readonly [name: string]: Json } {
  return Object.fromEntries(members.map(({ name, value }) => [literalText(name), jsonValue(value, place)]));
}
