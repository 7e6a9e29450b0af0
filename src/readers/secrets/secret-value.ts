import { standingFor } from "../../model/secret.ts";
import { isList, isObject, isUnknown, type Unknown, type Value } from "../../model/unknown.ts";
import { type Origin, originWithin } from "../../source/origin.ts";
import { readSecret } from "./read-secret.ts";

/** Why something is not known that a file says. */
const NOT_KEPT = "it is a secret, and secrets are not kept";

/** What stands for a secret from here on. */
export function secretUnknown(
  secret: string | number | boolean,
  origin: Origin,
  because = NOT_KEPT,
): Unknown {
  return standingFor({ kind: "unknown", because, origin }, readSecret(String(secret)));
}

/** A value in which all is secret. What is empty hides nothing, and what is not known is not known. */
export function secretValue(value: Value, origin: Origin, because?: string): Value {
  if (value === null || value === "" || isUnknown(value)) return value;
  if (isList(value))
    return value.map((item, index) => secretValue(item, originWithin(origin, index), because));
  if (!isObject(value)) return secretUnknown(value, origin, because);
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [
      key,
      secretValue(inner, originWithin(origin, key), because),
    ]),
  );
}
