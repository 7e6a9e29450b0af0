import type { Parameter } from "./parameters.ts";
import { partsOf } from "./template-value.ts";
import type { Templates } from "./templates.ts";
import type { WrittenResource } from "./written-resource.ts";

/** The parameters that these resources use, in their order. */
export function usedParameters(
  resources: readonly WrittenResource[],
  templates: Templates,
): readonly Parameter[] {
  if (templates.parameters.size === 0) return [];

  const names = resources.flatMap((resource) => {
    const content = templates.content.get(resource);
    if (!content) return [];
    const values = [content.properties, ...content.members.map((member) => member.value)].flatMap((value) => [
      ...partsOf(value),
    ]);
    const used = values.flatMap((value) => (value.type === "parameter" ? [value.name] : []));
    return [...(content.condition === undefined ? [] : [content.condition]), ...used];
  });
  return [...new Set(names)].flatMap((name) => templates.parameters.get(name) ?? []);
}
