import type { Estate } from "../../model/estate.ts";
import type { Resource } from "../../model/resource.ts";
import { parseResourceId } from "../../model/resource-id.ts";
import type { Origin } from "../../source/index.ts";

/** The resources that a place belongs to: the innermost; several where a copy made them of one text. */
export function resourcesAt(estate: Estate, pathOf: (file: string) => string) {
  const byPlace = new Map<string, Resource[]>();
  for (const resource of estate.resources.values()) {
    for (const origin of [resource.origin, ...(resource.parts ?? []).map((part) => part.origin)]) {
      const key = keyOf(pathOf(origin.file), origin.path);
      const others = byPlace.get(key);
      if (others) others.push(resource);
      else byPlace.set(key, [resource]);
    }
  }
  return ({ file, path }: Origin): readonly Resource[] => {
    for (let length = path.length; length >= 0; length--) {
      const found = byPlace.get(keyOf(file, path.slice(0, length)));
      if (found) return found;
    }
    return [];
  };
}

function keyOf(file: string, path: Origin["path"]): string {
  return JSON.stringify([file, ...path.map(String)]);
}

/** By its id, its name, or its name with that of its parents: `hub/GatewaySubnet`. */
export function isCalled(resource: Resource, pattern: RegExp): boolean {
  const names = parseResourceId(resource.id)?.names ?? [resource.name];
  const forms = [resource.id, names.join("/"), names.at(-1) ?? resource.name];
  return forms.some((form) => pattern.test(form));
}
