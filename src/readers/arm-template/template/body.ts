import type { Part } from "../../../model/resource.ts";
import type { Value } from "../../../model/unknown.ts";
import { evaluateValue } from "../expression/evaluate-value.ts";
import { findKey } from "../expression/member-of.ts";
import { placeOf, placeWithin } from "../expression/place.ts";
import type { Instance, InstanceBody } from "./deployment.ts";

/** Keys of an entry that speak to Azure's deployment engine, and say nothing of the resource. */
const ENGINE = new Set([
  "type",
  "name",
  "apiversion",
  "location",
  "properties",
  "dependson",
  "copy",
  "condition",
  "comments",
  "resources",
  "scope",
  "existing",
  "subscriptionid",
  "resourcegroup",
  "import",
  "@options",
]);

/** What an entry says of its resource, evaluated. */
export function readBody({ entry, scope, nested }: Instance): InstanceBody {
  const parts: Part[] = [];
  const read = (key: string, at?: string): Value | undefined => {
    const written = findKey(entry.value, key);
    const value = written === undefined ? undefined : entry.value[written];
    if (written === undefined || value === undefined) return undefined;
    const trace =
      at === undefined ? undefined : { at: placeWithin(placeOf({ file: "", path: [] }), at), parts };
    return evaluateValue(value, scope, placeWithin(entry.place, written), trace);
  };
  const envelope = Object.keys(entry.value)
    .filter((key) => !ENGINE.has(key.toLowerCase()))
    .map((key) => [key, read(key) ?? null] as const);
  const properties = nested ? {} : (read("properties", "properties") ?? {});
  return {
    properties,
    location: read("location"),
    apiVersion: read("apiVersion") ?? null,
    envelope: Object.fromEntries(envelope),
    // The longest path first, for it says most.
    parts: parts.sort((a, b) => b.at.length - a.at.length),
  };
}
