import { isList, isObject, isUnknown, type Unknown, type Value } from "../../../model/unknown.ts";
import type { JsonObject } from "../../../source/document.ts";
import type { Origin } from "../../../source/origin.ts";
import { isSecretName } from "../../secrets/secret-properties.ts";
import { secretValue } from "../../secrets/secret-value.ts";
import { originOfPlace } from "../expression/place.ts";
import { withSecretMembers } from "../expression/secret-members.ts";
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

/**
 * The value without its secrets, at any depth: what is declared as one, or is called like one. Empty ones hide nothing. What
 * an expression has made of something else may be another text in Azure, so it is not compared with anything.
 */
export function withoutSecrets(
  value: Value,
  declared: Placed<JsonObject>,
  definitions: Placed<JsonObject> | undefined,
  name: string,
  isComputed: boolean,
  depth = 0,
): Value {
  const type = resolveType(declared, definitions);
  if (isSecure(textUnder(type, "type")) || (isScalar(value) && isSecretName(name)))
    return secretParameter(value, originOfPlace(declared.place), `${name} is a secret`, isComputed);
  if (depth > 20) return value;
  const inside = (inner: Value, key: string, as: Placed<JsonObject>) =>
    withoutSecrets(inner, as, definitions, `${name}.${key}`, isComputed, depth + 1);
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

function isScalar(value: Value): boolean {
  return typeof value === "string" || typeof value === "number";
}

/** A text goes by its fingerprint. An object is not known as a whole, and whoever asks for a member of it gets that one's. */
function secretParameter(value: Value, origin: Origin, because: string, isComputed: boolean): Value {
  if (value === "" || value === null || isUnknown(value)) return value;
  const unknown: Unknown = { kind: "unknown", because, origin };
  if (isComputed) return unknown;
  const secret = secretValue(value, origin, because);
  return isUnknown(secret) ? secret : withSecretMembers(unknown, secret);
}
