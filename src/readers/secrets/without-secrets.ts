import type { Estate, SameSecret } from "../../model/estate.ts";
import { originOf, type Resource, type ResourceId } from "../../model/resource.ts";
import { keyOf } from "../../model/resource-id.ts";
import { isList, isObject, type Value, type ValueObject } from "../../model/unknown.ts";
import type { Path } from "../../source/path.ts";
import { isKeyOfLink, isSecretProperty } from "./secret-properties.ts";

interface Found {
  readonly key: string;
  readonly resource: Resource;
  readonly path: Path;
}

/**
 * The estate without its keys. Each becomes an Unknown, and which keys of connections are equal becomes `sameSecrets`,
 * where the fingerprint is the name of who has the key first: nothing is computed from the key, so nothing that is
 * written can be guessed back into it, as a hash of a short key could, and the same files give the same text on any day.
 */
export function withoutSecrets(estate: Estate): Estate {
  const found: Found[] = [];
  const resources = new Map(
    [...estate.resources].map(([id, resource]) => [id, withoutKeys(resource, found)] as const),
  );
  return found.length === 0
    ? { ...estate, resources }
    : { ...estate, resources, sameSecrets: [...estate.sameSecrets, ...sameSecretsOf(found)] };
}

function withoutKeys(resource: Resource, found: Found[]): Resource {
  const properties = objectWithoutKeys(resource, resource.properties, ["properties"], found);
  const { envelope } = resource;
  return properties === resource.properties && !envelope
    ? resource
    : {
        ...resource,
        properties,
        ...(envelope ? { envelope: objectWithoutKeys(resource, envelope, [], found) } : {}),
      };
}

/** The same object where there is nothing to take out. */
function objectWithoutKeys(resource: Resource, object: ValueObject, path: Path, found: Found[]): ValueObject {
  let isTouched = false;
  const kept = Object.entries(object).map(([name, value]) => {
    const clean =
      isSecretProperty(name) && isWritten(value)
        ? taken(resource, value, [...path, name], found)
        : valueWithoutKeys(resource, value, [...path, name], found);
    isTouched ||= clean !== value;
    return [name, clean] as const;
  });
  return isTouched ? Object.fromEntries(kept) : object;
}

function valueWithoutKeys(resource: Resource, value: Value, path: Path, found: Found[]): Value {
  if (isObject(value)) return objectWithoutKeys(resource, value, path, found);
  if (!isList(value)) return value;
  const clean = value.map((item, index) => valueWithoutKeys(resource, item, [...path, index], found));
  return clean.some((item, index) => item !== value[index]) ? clean : value;
}

/** References to a key vault say no key. */
function isWritten(value: Value): value is string | number {
  return (typeof value === "string" && value !== "") || typeof value === "number";
}

function taken(resource: Resource, value: string | number, path: Path, found: Found[]): Value {
  if (isKeyOfLink(String(path.at(-1)))) found.push({ key: String(value), resource, path });
  return {
    kind: "unknown",
    because: "it is a secret, and secrets are not kept",
    origin: originOf(resource, ...path),
  };
}

function sameSecretsOf(found: readonly Found[]): readonly SameSecret[] {
  const byKey = new Map<string, Found[]>();
  for (const one of found) byKey.set(one.key, [...(byKey.get(one.key) ?? []), one]);
  return [...byKey.values()].flatMap((holders) => {
    const sorted = holders.toSorted((a, b) => (idOf(a) < idOf(b) ? -1 : 1));
    const [first] = sorted;
    return first
      ? [
          {
            resources: [...new Set(sorted.map(idOf))],
            fingerprint: `${first.path.slice(1).join(".")} of ${idOf(first)}`,
            origin: originOf(first.resource, ...first.path),
          },
        ]
      : [];
  });
}

function idOf({ resource }: Found): ResourceId {
  return keyOf(resource.id);
}
