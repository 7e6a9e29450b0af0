import type { Estate } from "../../model/estate.ts";
import type { Resource } from "../../model/resource.ts";
import { isUnknown, type Value } from "../../model/unknown.ts";
import type { Json, JsonObject } from "../../source/document.ts";
import type { FromFile, Origin } from "../../source/origin.ts";
import { isOrigin } from "./read-value.ts";

/**
 * The file form of an estate, for a file of this name. Read again from there it is the same estate: origins in other
 * files are kept, and those in this file say themselves where they stand.
 */
export function writeEstate(estate: Estate, file: string): JsonObject {
  const bare = (values: readonly FromFile[]) => values.map((value) => writeCompanion(value, file));
  return {
    formatVersion: 1,
    resources: [...estate.resources.values()].map((resource) => writeResource(resource, file)),
    sites: bare(estate.sites),
    providerRouters: bare(estate.providerRouters),
    p2sUsers: bare(estate.p2sUsers),
    appliances: bare(estate.appliances),
    observed: estate.observed.map(({ resource, name, value, origin }) => ({
      resource,
      name,
      value: writeValue(value, file),
      ...writeCause(origin, file),
    })),
    sameSecrets: bare(estate.sameSecrets),
    coverage: {
      complete: estate.coverage.complete,
      absent: estate.coverage.absent,
      passedOver: estate.coverage.passedOver.map(({ type, count }) => ({ type, count })),
    },
  };
}

function writeResource(resource: Resource, file: string): JsonObject {
  const { id, type, name, location, properties, envelope, existing } = resource;
  return {
    id,
    type,
    name,
    ...(location === undefined ? {} : { location: writeValue(location, file) }),
    ...(envelope
      ? Object.fromEntries(Object.entries(envelope).map(([key, value]) => [key, writeValue(value, file)]))
      : {}),
    properties: writeValue(properties, file),
    ...(existing ? { existing } : {}),
    ...writeCause(resource.origin, file),
  };
}

function writeValue(value: Value, file: string): Json {
  if (isUnknown(value)) {
    const { because, of, origin } = value;
    return {
      kind: "unknown",
      because,
      ...(of ? { of: { resource: of.resource, property: of.property } } : {}),
      ...writeCause(origin, file),
    };
  }
  if (Array.isArray(value)) return value.map((item) => writeValue(item, file));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, writeValue(inner, file)]));
}

/** What the file must say of an origin: nothing where it is the place in this file. */
function writeCause(origin: Origin, file: string): JsonObject {
  const cause = origin.file === file ? origin.through : origin;
  return cause ? { origin: writeOrigin(cause) } : {};
}

function writeOrigin(origin: Origin): JsonObject {
  return {
    file: origin.file,
    path: origin.path,
    ...(origin.through ? { through: writeOrigin(origin.through) } : {}),
  };
}

/** A companion, and the parts of it that know where they stand. */
function writeCompanion(value: object, file: string): JsonObject {
  const entries = Object.entries(value).filter(([key, inner]) => key !== "origin" && inner !== undefined);
  return {
    ...Object.fromEntries(entries.map(([key, inner]) => [key, plain(inner, file)])),
    ...("origin" in value && isOrigin(value.origin) ? writeCause(value.origin, file) : {}),
  };
}

function plain(value: unknown, file: string): Json {
  if (typeof value === "string" || typeof value === "number" || typeof value === "boolean") return value;
  if (isUnknown(value)) return writeValue(value, file);
  if (Array.isArray(value)) return value.map((item) => plain(item, file));
  return typeof value === "object" && value !== null ? writeCompanion(value, file) : null;
}
