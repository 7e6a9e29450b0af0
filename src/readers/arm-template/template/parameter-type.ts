import { isList, isObject, isUnknown, type Value } from "../../../model/unknown.ts";
import type { JsonObject } from "../../../source/document.ts";
import { findMember } from "../expression/member-of.ts";
import { originOfPlace } from "../expression/place.ts";
import { objectUnder, type Placed, textUnder, under } from "./own-key.ts";

/** A declaration with what the definition says that it refers to; `#/definitions/…` may refer on. */
export function resolveType(
  declared: Placed<JsonObject>,
  definitions: Placed<JsonObject> | undefined,
): Placed<JsonObject> {
  let resolved = declared;
  for (let followed = 0; followed < 20; followed++) {
    const reference = textUnder(resolved, "$ref")?.replace(/^#\/definitions\//i, "");
    const definition =
      reference === undefined || !definitions ? undefined : objectUnder(definitions, reference);
    if (!definition) return resolved;
    const { $ref: _followed, ...own } = resolved.value;
    resolved = { value: { ...definition.value, ...own }, place: definition.place };
    if (definition.value["$ref"] !== undefined) {
      resolved = { ...resolved, value: { ...resolved.value, $ref: definition.value["$ref"] } };
    }
  }
  return resolved;
}

export function isSecure(type: string | undefined): boolean {
  return type !== undefined && /^secure(string|object)$/i.test(type);
}

/** Secrets stay where they are: what is declared as one is not known, at any depth. An empty one hides nothing. */
export function withoutSecrets(
  value: Value,
  declared: Placed<JsonObject>,
  definitions: Placed<JsonObject> | undefined,
  name: string,
  depth = 0,
): Value {
  const type = resolveType(declared, definitions);
  if (isSecure(textUnder(type, "type"))) {
    const isEmpty = value === "" || value === null || isUnknown(value);
    return isEmpty
      ? value
      : { kind: "unknown", because: `${name} is a secret`, origin: originOfPlace(declared.place) };
  }
  if (depth > 20) return value;
  const inside = (inner: Value, key: string, as: Placed<JsonObject>) =>
    withoutSecrets(inner, as, definitions, `${name}.${key}`, depth + 1);
  const items = objectUnder(type, "items");
  if (isList(value)) return items ? value.map((item, index) => inside(item, String(index), items)) : value;
  const properties = objectUnder(type, "properties");
  const others = objectUnder(type, "additionalProperties");
  if (!isObject(value) || !(properties ?? others)) return value;
  const members = Object.entries(value).map(([key, inner]) => {
    const as = (properties && objectUnder(properties, key)) ?? others;
    return [key, as ? inside(inner, key, as) : inner] as const;
  });
  return Object.fromEntries(members);
}

/** Why Azure refuses a value of a parameter; `undefined` where it takes it, or where that cannot be told. */
export function whyRefused(value: Value, type: Placed<JsonObject>): string | undefined {
  if (isUnknown(value)) return undefined;
  if (value === null)
    return under(type, "nullable")?.value === true || under(type, "defaultValue")
      ? undefined
      : "it may not be null";
  return wrongKind(value, textUnder(type, "type")) ?? notAllowed(value, type) ?? outsideBounds(value, type);
}

function wrongKind(value: Value, type: string | undefined): string | undefined {
  switch (type?.toLowerCase()) {
    case "string":
    case "securestring":
      return typeof value === "string" ? undefined : "it is no text";
    case "int":
      return typeof value === "number" && Number.isInteger(value) ? undefined : "it is no whole number";
    case "bool":
      return typeof value === "boolean" ? undefined : "it is neither true nor false";
    case "array":
      return isList(value) ? undefined : "it is no array";
    case "object":
    case "secureobject":
      return isObject(value) ? undefined : "it is no object";
    case undefined:
    default:
      return undefined;
  }
}

function notAllowed(value: Value, type: Placed<JsonObject>): string | undefined {
  const allowed = under(type, "allowedValues")?.value;
  if (!Array.isArray(allowed)) return undefined;
  const isAllowed = (one: Value) => allowed.some((other) => sameAllowed(one, other));
  if (isAllowed(value) || (isList(value) && value.every(isAllowed))) return undefined;
  const shown = allowed.slice(0, 8).map(String).join(", ");
  return `only ${shown}${allowed.length > 8 ? ", …" : ""} ${allowed.length === 1 ? "is" : "are"} allowed`;
}

/** Texts without regard to case, as Azure compares them here. */
function sameAllowed(value: Value, allowed: unknown): boolean {
  if (typeof value === "string" && typeof allowed === "string")
    return value.toLowerCase() === allowed.toLowerCase();
  return typeof value === "object" && value !== null
    ? JSON.stringify(value) === JSON.stringify(allowed)
    : value === allowed;
}

function outsideBounds(value: Value, type: Placed<JsonObject>): string | undefined {
  const bound = (name: string) => {
    const found = findMember(type.value, name);
    return typeof found === "number" ? found : undefined;
  };
  const [least, most, shortest, longest] = ["minValue", "maxValue", "minLength", "maxLength"].map(bound);
  if (typeof value === "number") {
    if (least !== undefined && value < least) return `${least} is the least`;
    if (most !== undefined && value > most) return `${most} is the most`;
  }
  if (typeof value === "string" || isList(value)) {
    if (shortest !== undefined && value.length < shortest)
      return `its length is ${value.length}, and ${shortest} the least`;
    if (longest !== undefined && value.length > longest)
      return `its length is ${value.length}, and ${longest} the most`;
  }
  return undefined;
}
