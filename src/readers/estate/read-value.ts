import type { PropertyOf, Unknown, Value, ValueObject } from "../../model/unknown.ts";
import type { Origin } from "../../source/origin.ts";
import type { Path } from "../../source/path.ts";
import { absolute } from "./absolute-id.ts";

/**
 * A property as the file has it; `{ kind: unknown, because: … }` becomes an Unknown that knows its place. ARM refers to
 * other resources by `{ id }`: with a scope, short ids are made whole.
 */
export function readValue(value: unknown, root: Origin, path: Path, scope?: string): Value {
  if (Array.isArray(value)) return value.map((item, index) => readMember(item, index, root, path, scope));
  if (typeof value === "object" && value !== null) return readObject(value, root, path, scope);
  return readScalar(value);
}

function readScalar(value: unknown): Value {
  return typeof value === "string" || typeof value === "number" || typeof value === "boolean" ? value : null;
}

/** Most members are scalars, and those need no path of their own. */
function readMember(
  value: unknown,
  key: string | number,
  root: Origin,
  path: Path,
  scope: string | undefined,
): Value {
  if (typeof value === "object" && value !== null) return readValue(value, root, [...path, key], scope);
  return key === "id" && typeof value === "string" && scope !== undefined
    ? absolute(value, scope)
    : readScalar(value);
}

export function readObject(value: object, root: Origin, path: Path, scope?: string): ValueObject | Unknown {
  if (isWrittenUnknown(value)) {
    return {
      kind: "unknown",
      because: value.because,
      ...("of" in value && isPropertyOf(value.of) ? { of: propertyOf(value.of, scope) } : {}),
      origin: { file: root.file, path, ...throughOf(value) },
    };
  }
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [key, readMember(inner, key, root, path, scope)]),
  );
}

/** These keys and no other: an object of ARM's that has them among its own is no Unknown. */
const KEYS = new Set(["kind", "because", "of", "origin"]);

function isWrittenUnknown(value: object): value is { readonly because: string } {
  return (
    "kind" in value &&
    value.kind === "unknown" &&
    "because" in value &&
    typeof value.because === "string" &&
    Object.keys(value).every((key) => KEYS.has(key))
  );
}

function isPropertyOf(value: unknown): value is PropertyOf {
  return (
    typeof value === "object" &&
    value !== null &&
    "resource" in value &&
    typeof value.resource === "string" &&
    "property" in value &&
    typeof value.property === "string"
  );
}

function propertyOf({ resource, property }: PropertyOf, scope: string | undefined): PropertyOf {
  return { resource: scope === undefined ? resource : absolute(resource, scope), property };
}

/** A stored origin is what caused the value; where it stands now is added in front of it. */
export function throughOf(value: object): { readonly through?: Origin } {
  return "origin" in value && isOrigin(value.origin) ? { through: value.origin } : {};
}

export function isOrigin(value: unknown): value is Origin {
  return (
    typeof value === "object" &&
    value !== null &&
    "file" in value &&
    typeof value.file === "string" &&
    "path" in value &&
    Array.isArray(value.path)
  );
}
