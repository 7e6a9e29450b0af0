import type { Member, TemplateValue } from "../deployment/template-value.ts";
import { type Argument, listText, objectText } from "./layout.ts";
import { propertyName, quoted } from "./text.ts";

/** `referenceTo` writes what stands for an ARM id. */
export function hclValue(value: TemplateValue, referenceTo: (id: string) => string): string {
  if (value.type === "list") return listText(value.items.map((item) => hclValue(item, referenceTo)));
  if (value.type === "object") return objectText(hclMembers(value.members, referenceTo));
  if (value.type === "reference") return referenceTo(value.id);
  if (value.type === "parameter") return `var.${value.name}`;
  return typeof value.value === "string" ? quoted(value.value) : String(value.value);
}

export function hclMembers(
  members: readonly Member[],
  referenceTo: (id: string) => string,
): readonly Argument[] {
  return members.map(({ name, value }) => [propertyName(name), hclValue(value, referenceTo)]);
}
