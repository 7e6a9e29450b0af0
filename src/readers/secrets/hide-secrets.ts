import { originOf, type Resource } from "../../model/resource.ts";
import { isList, isObject, type Value, type ValueObject } from "../../model/unknown.ts";
import type { Origin } from "../../source/origin.ts";
import type { Path } from "../../source/path.ts";
import { isSecretName, isSecretThroughout } from "./secret-properties.ts";
import { secretUnknown, secretValue } from "./secret-value.ts";

/** A resource as a reader makes it of a file: whatever its properties call a secret is one from here on. */
export function hideSecrets(resource: Resource): Resource {
  const place = (...path: Path) => originOf(resource, ...path);
  const properties = objectWithout(resource.properties, ["properties"], place);
  const { envelope } = resource;
  const around = envelope && objectWithout(envelope, [], place);
  return properties === resource.properties && around === envelope
    ? resource
    : { ...resource, properties, ...(around ? { envelope: around } : {}) };
}

/** A value as it stands at this place of a file. */
export function hideSecretsIn(value: Value, origin: Origin): Value {
  return valueWithout(value, [], (...path) => ({ ...origin, path: [...origin.path, ...path] }));
}

type PlaceOf = (...path: Path) => Origin;

/** The same object where there is nothing to hide. */
function objectWithout(object: ValueObject, path: Path, place: PlaceOf): ValueObject {
  let changed: Record<string, Value> | undefined;
  for (const key in object) {
    const value = object[key] ?? null;
    const clean = memberWithout(key, value, path, place);
    if (clean === value) continue;
    changed ??= { ...object };
    changed[key] = clean;
  }
  return changed ?? object;
}

function memberWithout(key: string, value: Value, path: Path, place: PlaceOf): Value {
  if (isSecretName(key)) return value === null ? null : secretValue(value, place(...path, key));
  if (typeof value !== "object" || value === null) return value;
  return isSecretThroughout(key)
    ? secretUnknown(JSON.stringify(value), place(...path, key))
    : valueWithout(value, [...path, key], place);
}

function valueWithout(value: Value, path: Path, place: PlaceOf): Value {
  if (isObject(value)) return objectWithout(value, path, place);
  if (!isList(value)) return value;
  let changed: Value[] | undefined;
  for (const [index, item] of value.entries()) {
    const clean = valueWithout(item, [...path, index], place);
    if (clean === item) continue;
    changed ??= [...value];
    changed[index] = clean;
  }
  return changed ?? value;
}
