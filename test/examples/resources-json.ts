import type { Estate } from "../../src/model/estate.ts";

/** ARM's view of the design, by id; where things come from is left to `design.json`. */
export function resourcesJson({ resources }: Estate): string {
  const sorted = [...resources].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, resource]) => resource);
  const plain = sorted.map(({ id, type, location, envelope, properties, existing }) => ({
    id,
    type,
    location,
    ...envelope,
    properties,
    existing,
  }));
  return `${JSON.stringify(plain, null, 2)}\n`;
}
