import type { Resource } from "../../model/resource.ts";
import { parseResourceId } from "../../model/resource-id.ts";
import { isList, isObject, type Value } from "../../model/unknown.ts";
import type { WrittenResource } from "./written-resource.ts";

/** ARM ids that a resource and the children in it refer to, in the order of its text. */
export function referredIds(written: WrittenResource): readonly string[] {
  return [written.resource, ...written.children].flatMap((resource) => [...idsOf(resource)]);
}

function* idsOf({ envelope, properties }: Resource): Iterable<string> {
  yield* idsIn(envelope);
  yield* idsIn(properties);
}

function* idsIn(value: Value | undefined): Iterable<string> {
  if (isList(value)) for (const item of value) yield* idsIn(item);
  else if (isObject(value)) {
    for (const [key, inner] of Object.entries(value)) {
      if (isReferenceMember(key, inner)) yield inner;
      else yield* idsIn(inner);
    }
  }
}

/** `{ id: "/subscriptions/…" }` names a resource wherever it stands. */
export function isReferenceMember(key: string, value: Value): value is string {
  return key === "id" && typeof value === "string" && parseResourceId(value) !== undefined;
}
