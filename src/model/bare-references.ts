import { displayName } from "./display-name.ts";
import { valueAt } from "./properties.ts";
import { originOf, type Resource } from "./resource.ts";
import type { Finding } from "./rule.ts";
import { isList, type Value } from "./unknown.ts";

type Path = readonly (string | number)[];

/** The id of another resource as a text, where Azure takes it in an object. */
export function isBareReference(resource: Resource, ...path: Path): boolean {
  let value: Value | undefined = resource.properties;
  for (const key of path)
    value = typeof key === "string" ? valueAt(value, [key]) : isList(value) ? value[key] : undefined;
  return typeof value === "string" && value !== "";
}

export function* bareReferences(resource: Resource, paths: readonly Path[]): Iterable<Finding> {
  for (const path of paths) {
    if (!isBareReference(resource, ...path)) continue;
    yield {
      message: `${displayName(resource)} has a text as its ${path.at(-1)}, where Azure takes an object with an id.`,
      origin: originOf(resource, "properties", ...path),
      hint: OBJECT_HINT,
    };
  }
}

/** Of all `ipConfigurations`, what they name under one of these properties. */
export function pathsInIpConfigurations(resource: Resource, names: readonly string[]): readonly Path[] {
  const configurations = valueAt(resource.properties, ["ipConfigurations"]);
  if (!isList(configurations)) return [];
  return configurations.flatMap((_, index) =>
    names.map((name) => ["ipConfigurations", index, "properties", name]),
  );
}

export const OBJECT_HINT = "Put the text into the id of an object: { id: … }.";
