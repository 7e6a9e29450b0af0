import {
  isList,
  isObject,
  isUnknown,
  type Unknown,
  type Value,
  type ValueObject,
} from "../../model/unknown.ts";
import { isReferenceMember } from "./referred-ids.ts";

/** A value as every template language can say it: references and parameters are no longer text. */
export type TemplateValue =
  | { readonly type: "literal"; readonly value: string | number | boolean | null }
  | { readonly type: "list"; readonly items: readonly TemplateValue[] }
  | TemplateObject
  /** The ARM id of a resource. */
  | { readonly type: "reference"; readonly id: string }
  | { readonly type: "parameter"; readonly name: string };

export interface TemplateObject {
  readonly type: "object";
  readonly members: readonly Member[];
}

export interface Member {
  readonly name: string;
  readonly value: TemplateValue;
}

export type NameUnknown = (unknown: Unknown, path: readonly string[]) => string;

/** `nameUnknown` gives the parameter for a part that is not known; indexes in its path are text, too. */
function templateValue(value: Value, path: readonly string[], nameUnknown: NameUnknown): TemplateValue {
  if (isUnknown(value)) return { type: "parameter", name: nameUnknown(value, path) };
  if (isList(value)) {
    return {
      type: "list",
      items: value.map((item, index) => templateValue(item, [...path, `${index}`], nameUnknown)),
    };
  }
  if (isObject(value)) return { type: "object", members: membersOf(value, path, nameUnknown) };
  return { type: "literal", value };
}

export function membersOf(
  value: ValueObject,
  path: readonly string[],
  nameUnknown: NameUnknown,
): readonly Member[] {
  return Object.entries(value).map(([name, inner]) => ({
    name,
    value: isReferenceMember(name, inner)
      ? { type: "reference", id: inner }
      : templateValue(inner, [...path, name], nameUnknown),
  }));
}

export function literal(value: string): TemplateValue {
  return { type: "literal", value };
}

/** Every value in it, itself first. */
export function* partsOf(value: TemplateValue): Iterable<TemplateValue> {
  yield value;
  if (value.type === "list") for (const item of value.items) yield* partsOf(item);
  if (value.type === "object") for (const member of value.members) yield* partsOf(member.value);
}
