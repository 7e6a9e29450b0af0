import { isList, isObject, isUnknown, type Value } from "../../../model/unknown.ts";
import type { JsonObject } from "../../../source/document.ts";
import { originOfPlace } from "../expression/place.ts";
import { objectUnder, type Placed, textUnder } from "./own-key.ts";

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
