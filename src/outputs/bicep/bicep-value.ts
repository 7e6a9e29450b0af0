import type { Member, TemplateValue } from "../deployment/template-value.ts";
import { arrayText, type Line, objectText } from "./layout.ts";
import { propertyName, quoted } from "./text.ts";

/** `referenceTo` writes what stands for an ARM id. */
export function bicepValue(value: TemplateValue, referenceTo: (id: string) => string): string {
  if (value.type === "list") return arrayText(value.items.map((item) => bicepValue(item, referenceTo)));
  if (value.type === "object") return objectText(bicepLines(value.members, referenceTo));
  if (value.type === "reference") return referenceTo(value.id);
  if (value.type === "parameter") return value.name;
  return typeof value.value === "string" ? quoted(value.value) : literalText(value.value);
}

export function bicepLines(members: readonly Member[], referenceTo: (id: string) => string): readonly Line[] {
  return members.map(({ name, value }) => [propertyName(name), bicepValue(value, referenceTo)]);
}

/** Bicep has whole numbers only; others it reads as JSON. */
function literalText(value: number | boolean | null): string {
  return typeof value === "number" && !Number.isSafeInteger(value) ? `json('${value}')` : `${value}`;
}
