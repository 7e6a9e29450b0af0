import { childTypes } from "../../azure/resource-types.ts";
import { originOf, type Part, type Resource } from "../../model/resource.ts";
import { isList, isObject, isUnknown, type Value, type ValueObject } from "../../model/unknown.ts";
import type { Origin } from "../../source/origin.ts";

/** An entry of a list of children that has no name to stand under. */
export interface Nameless {
  readonly property: string;
  readonly type: string;
  readonly name: Value | undefined;
  readonly origin: Origin;
}

/** A resource without the children inside its properties, and then each of these as a resource of its own. */
export function* flattenResource(
  resource: Resource,
  onNameless: (nameless: Nameless) => void,
): Iterable<Resource> {
  const { kept, lists } = takeChildren(resource.type, resource.properties);
  yield lists.length === 0 ? resource : { ...resource, properties: kept };
  for (const list of lists) {
    for (const [index, value] of list.values.entries()) {
      const child = childOf(resource, list, index, value, onNameless);
      if (child) yield* flattenResource(child, onNameless);
    }
  }
}

interface ChildList {
  readonly property: string;
  readonly type: string;
  readonly values: readonly Value[];
}

function takeChildren(
  type: string,
  properties: ValueObject,
): { readonly kept: ValueObject; readonly lists: readonly ChildList[] } {
  const kept: Record<string, Value> = {};
  const lists: ChildList[] = [];
  for (const [property, value] of Object.entries(properties)) {
    const childType = isList(value) ? childTypes.value[`${type}/${property}`.toLowerCase()] : undefined;
    // What is not known yet has no name to stand under: it stays where it is.
    if (childType && isList(value) && !value.some(isUnknown))
      lists.push({ property, type: childType, values: value });
    else kept[property] = value;
  }
  return { kept, lists };
}

function childOf(
  parent: Resource,
  { property, type }: ChildList,
  index: number,
  value: Value,
  onNameless: (nameless: Nameless) => void,
): Resource | undefined {
  const origin = originOf(parent, "properties", property, index);
  const written = isObject(value) ? value["name"] : undefined;
  if (!isObject(value) || typeof written !== "string" || written === "") {
    onNameless({ property, type, name: written, origin });
    return undefined;
  }
  const { name: _name, properties, id: _id, type: _type, ...envelope } = value;
  const parts = partsBelow(parent.parts ?? [], ["properties", property, index]);
  return {
    id: `${parent.id}/${type.split("/").at(-1)}/${written}`,
    type,
    name: written,
    properties: isObject(properties) ? properties : {},
    ...(Object.keys(envelope).length > 0 ? { envelope } : {}),
    ...(parent.existing ? { existing: parent.existing } : {}),
    origin,
    ...(parts.length > 0 ? { parts: [...parts, { at: [], origin }] } : {}),
  };
}

function partsBelow(parts: readonly Part[], path: readonly (string | number)[]): readonly Part[] {
  return parts
    .filter(({ at }) => at.length > path.length && path.every((key, index) => at[index] === key))
    .map(({ at, origin }) => ({ at: at.slice(path.length), origin }));
}
