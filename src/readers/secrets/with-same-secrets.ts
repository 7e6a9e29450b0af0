import type { Estate, SameSecret } from "../../model/estate.ts";
import { originOf, type Resource, type ResourceId } from "../../model/resource.ts";
import { keyOf } from "../../model/resource-id.ts";
import { secretOf } from "../../model/secret.ts";
import { isList, isObject, type Value } from "../../model/unknown.ts";
import type { Path } from "../../source/path.ts";
import { isKeyOfLink } from "./secret-properties.ts";

interface Found {
  readonly fingerprint: string;
  readonly resource: Resource;
  readonly path: Path;
}

/**
 * The estate, and which keys of its connections are equal. Fingerprints are other ones in each process, and what is written
 * is to be the same on any day: so equal keys go by the name of who has the key first.
 */
export function withSameSecrets(estate: Estate): Estate {
  const found: Found[] = [];
  for (const resource of estate.resources.values())
    findKeys(resource.properties, (path, fingerprint) =>
      found.push({ fingerprint, resource, path: ["properties", ...path] }),
    );
  return found.length === 0
    ? estate
    : { ...estate, sameSecrets: [...estate.sameSecrets, ...sameSecretsOf(found)] };
}

type Say = (path: Path, fingerprint: string) => void;

/** `trail` leads to the value, and is the same list all the way: most values hold no key, and paths cost. */
function findKeys(value: Value, say: Say, trail: (string | number)[] = []): void {
  if (isList(value)) for (const [index, item] of value.entries()) within(item, index, say, trail);
  else if (isObject(value)) for (const key in value) within(value[key] ?? null, key, say, trail);
}

function within(value: Value, key: string | number, say: Say, trail: (string | number)[]): void {
  if (typeof value !== "object" || value === null) return;
  trail.push(key);
  const secret = typeof key === "string" && isKeyOfLink(key) ? secretOf(value) : undefined;
  if (secret && !secret.isExpression) say([...trail], secret.fingerprint);
  else findKeys(value, say, trail);
  trail.pop();
}

function sameSecretsOf(found: readonly Found[]): readonly SameSecret[] {
  const byKey = new Map<string, Found[]>();
  for (const one of found) byKey.set(one.fingerprint, [...(byKey.get(one.fingerprint) ?? []), one]);
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
