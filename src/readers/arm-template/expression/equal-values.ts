import { sameSecret, secretOf } from "../../../model/secret.ts";
import { isList, isObject, isUnknown, type Unknown, type Value } from "../../../model/unknown.ts";
import { readSecret } from "../../secrets/read-secret.ts";
import { restOf } from "./open-objects.ts";

/** Whether two values are the same, wholly; the unknown that keeps it from being told where there is one. */
export function equalValues(a: Value, b: Value): boolean | Unknown {
  const same = sameSecret(a, b) ?? sameAsText(a, b) ?? sameAsText(b, a);
  if (same !== undefined) return same;
  if (isUnknown(a)) return a;
  if (isUnknown(b)) return b;
  if (isList(a) && isList(b)) {
    return a.length === b.length && allOf(a.map((item, index) => [item, b[index] ?? null] as const));
  }
  if (!isObject(a) || !isObject(b)) return a === b;
  if (a === b) return true;

  const keys = Object.keys(a);
  const rest = restOf(a) ?? restOf(b);
  const hasSameKeys = keys.length === Object.keys(b).length && keys.every((key) => Object.hasOwn(b, key));
  if (!hasSameKeys) return rest ?? false;
  const shared = allOf(keys.map((key) => [a[key] ?? null, b[key] ?? null] as const));
  return shared === true && rest ? rest : shared;
}

/** A secret that was read is a text: which one, only another text can ask. */
function sameAsText(secret: Value, text: Value): boolean | undefined {
  if (isUnknown(text)) return undefined;
  const kept = secretOf(secret);
  return kept && typeof text === "string" ? kept.fingerprint === readSecret(text).fingerprint : undefined;
}

/** One difference decides, whatever else is not known. */
function allOf(pairs: readonly (readonly [Value, Value])[]): boolean | Unknown {
  let unknown: Unknown | undefined;
  for (const [left, right] of pairs) {
    const same = equalValues(left, right);
    if (same === false) return false;
    if (same !== true) unknown ??= same;
  }
  return unknown ?? true;
}
