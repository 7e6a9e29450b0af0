import type { Estate } from "./estate.ts";
import type { Resource } from "./resource.ts";
import { keyOf, parentIdOf } from "./resource-id.ts";

/** The questions that everyone asks of an estate, answered without a search. */
export interface EstateIndex {
  readonly estate: Estate;
  /** In the order of the estate. */
  all(type: string): readonly Resource[];
  find(id: string): Resource | undefined;
  parentOf(resource: Resource): Resource | undefined;
  childrenOf(parent: Resource, type: string): readonly Resource[];
  /** Whether everything that belongs below this id is in the estate. */
  isComplete(id: string): boolean;
}

const known = new WeakMap<Estate, EstateIndex>();

/** One index an estate, made when first asked for. */
export function indexEstate(estate: Estate): EstateIndex {
  const index = known.get(estate) ?? buildIndex(estate);
  known.set(estate, index);
  return index;
}

function buildIndex(estate: Estate): EstateIndex {
  const byType = new Map<string, Resource[]>();
  const byParent = new Map<string, Resource[]>();
  const parents = new Map<Resource, Resource>();
  for (const resource of estate.resources.values()) {
    push(byType, resource.type.toLowerCase(), resource);
    const parent = parentIdOf(resource.id);
    if (parent === undefined) continue;
    push(byParent, childKey(parent, resource.type), resource);
    const holder = estate.resources.get(keyOf(parent));
    if (holder) parents.set(resource, holder);
  }
  const complete = new Set(estate.coverage.complete.map(keyOf));

  return {
    estate,
    all: (type) => byType.get(type.toLowerCase()) ?? [],
    find: (id) => estate.resources.get(keyOf(id)),
    parentOf: (resource) => parents.get(resource),
    childrenOf: (parent, type) => byParent.get(childKey(parent.id, type)) ?? [],
    isComplete: (id) => {
      for (let scope = keyOf(id); scope !== ""; scope = scope.slice(0, scope.lastIndexOf("/"))) {
        if (complete.has(scope)) return true;
      }
      return false;
    },
  };
}

function childKey(parentId: string, type: string): string {
  return `${keyOf(parentId)} ${type.toLowerCase()}`;
}

function push<T>(map: Map<string, T[]>, key: string, value: T): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}
