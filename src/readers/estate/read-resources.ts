import { spellingOf } from "../../azure/resource-types.ts";
import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import type { Resource, ResourceId } from "../../model/resource.ts";
import { keyOf, parseResourceId } from "../../model/resource-id.ts";
import { type Field, isObject, isUnknown } from "../../model/unknown.ts";
import type { Origin } from "../../source/origin.ts";
import { originWithin } from "../../source/origin.ts";
import { hideSecrets } from "../secrets/hide-secrets.ts";
import { absolute } from "./absolute-id.ts";
import type { EstateFile } from "./estate-file.ts";
import type { FittingEntries } from "./fitting-entries.ts";
import { flattenResource, type Nameless } from "./flatten-resource.ts";
import { readObject, readValue, throughOf } from "./read-value.ts";

/** Where resources stand that name no resource group. */
export const NOWHERE = "/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/example";

/** Every resource of the file, children taken out of their parents' properties. */
export function readResources(
  entries: EstateFile["resources"],
  scope: string | undefined,
  root: Origin,
  indexOf: FittingEntries["indexOf"],
) {
  const resources = new Map<ResourceId, Resource>();
  const diagnostics: Diagnostic[] = [];

  for (const [index, entry] of entries.entries()) {
    const origin: Origin = {
      file: root.file,
      path: ["resources", indexOf("resources", index)],
      ...throughOf(entry),
    };
    const id = idOf(entry, scope ?? NOWHERE);
    if (!parseResourceId(id)) {
      diagnostics.push(invalidId(entry, origin));
      continue;
    }
    for (const resource of withChildren(entry, id, origin, scope ?? NOWHERE, diagnostics)) {
      const key = keyOf(resource.id);
      const first = resources.get(key);
      if (first) diagnostics.push(duplicate(resource, first));
      else resources.set(key, resource);
    }
  }
  return { resources, diagnostics };
}

type Entry = EstateFile["resources"][number];

function idOf(entry: Entry, scope: string): string {
  if (entry.id !== undefined) return absolute(entry.id, scope);

  const [provider = "", ...types] = entry.type.split("/");
  return `${scope}/providers/${provider}/${interleave(types, entry.name.split("/"))}`;
}

function interleave(types: readonly string[], names: readonly string[]): string {
  return types.flatMap((type, index) => [type, names[index] ?? ""]).join("/");
}

function* withChildren(
  entry: Entry,
  id: string,
  origin: Origin,
  scope: string,
  diagnostics: Diagnostic[],
): Iterable<Resource> {
  const { id: _id, type, name, location, properties = {}, existing, origin: _origin, ...envelope } = entry;
  const read = readObject(properties, origin, [...origin.path, "properties"], scope);
  const own = isObject(read) ? read : {};
  const rest = readObject(envelope, origin, origin.path, scope);

  const whole: Resource = hideSecrets({
    id,
    type: spellingOf(type),
    name: name.split("/").at(-1) ?? name,
    ...(location === undefined ? {} : { location: readLocation(location, origin) }),
    properties: own,
    ...(isObject(rest) && Object.keys(rest).length > 0 ? { envelope: rest } : {}),
    ...(existing ? { existing } : {}),
    origin,
  });
  yield* flattenResource(whole, (nameless) => diagnostics.push(namelessChild(nameless)));
}

function readLocation(location: NonNullable<Entry["location"]>, origin: Origin): Field<string> {
  if (typeof location === "string") return location;
  const value = readValue(location, origin, [...origin.path, "location"]);
  return isUnknown(value) ? value : "";
}

function invalidId({ id, type, name }: Entry, origin: Origin): Diagnostic {
  const base = { rule: "estate/invalid-id", severity: "error" } as const;
  if (id !== undefined) {
    return {
      ...base,
      message: `${name} has the id ${id}, which is not the id of a resource in a resource group.`,
      origin: originWithin(origin, "id"),
      hint: "Write /subscriptions/…/resourceGroups/…/providers/<type>/<name>, or leave the id out.",
    };
  }
  if (!type.includes("/")) {
    return {
      ...base,
      message: `${name} has the type "${type}", which names no provider.`,
      origin: originWithin(origin, "type"),
      hint: `Write Microsoft.Network/${type}.`,
    };
  }
  return {
    ...base,
    message: `"${name}" names no ${type}: such a name has as many parts as the type has behind its provider.`,
    origin: originWithin(origin, "name"),
    hint: "Write the names of its parents before it: hub/web for a subnet.",
  };
}

function namelessChild({ property, type, origin }: Nameless): Diagnostic {
  return {
    rule: "estate/missing-value",
    severity: "error",
    message: `This entry of ${property} has no name, and every ${type} has one.`,
    origin,
    hint: "Write name: beside its properties.",
  };
}

function duplicate(resource: Resource, first: Resource): Diagnostic {
  return {
    rule: "estate/duplicate-resource",
    severity: "error",
    message: `${resource.name} stands twice: two resources have the id ${resource.id}.`,
    origin: resource.origin,
    related: [{ message: `${first.name} stands here first`, origin: first.origin }],
    hint: "Remove one of them, or give it another name.",
  };
}
