import { isList, isObject, isUnknown, type Unknown, type Value } from "../../../model/unknown.ts";
import { restOf } from "./open-objects.ts";

/** Whether two values are the same, wholly; the unknown that keeps it from being told where there is one. */
export function equalValues(a: Value, b: Value): boolean | Unknown {
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
