import type { Resource } from "./resource.ts";

/** Every id that a resource names, wherever it stands in its properties. */
export function referredIds({ properties }: Resource): readonly string[] {
  return [...idsIn(properties)];
}

function* idsIn(value: unknown): Iterable<string> {
  if (typeof value !== "object" || value === null) return;
  for (const [key, inner] of Object.entries(value)) {
    if (key === "id" && typeof inner === "string") yield inner;
    else yield* idsIn(inner);
  }
}
