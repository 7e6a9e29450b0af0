import type { Parameter } from "./parameters.ts";
import type { TemplateResource } from "./template-resource.ts";
import { partsOf } from "./template-value.ts";

/**
 * Parameters that only switched resources use get an empty default: nobody can be asked for what is agreed with a
 * provider while the switch is off. Secrets have none, for an empty one must never pass by accident.
 */
export function withIdleDefaults(
  parameters: ReadonlyMap<string, Parameter>,
  content: Iterable<TemplateResource>,
): ReadonlyMap<string, Parameter> {
  const asked = new Set<string>();
  for (const { condition, properties, members } of content) {
    if (condition !== undefined) continue;
    for (const value of [properties, ...members.map((member) => member.value)]) {
      for (const part of partsOf(value)) if (part.type === "parameter") asked.add(part.name);
    }
  }
  return new Map(
    [...parameters].map(([name, parameter]) => {
      const isIdle = !asked.has(name) && !parameter.isSecret && parameter.default === undefined;
      return [name, isIdle ? { ...parameter, default: EMPTY[parameter.type] } : parameter];
    }),
  );
}

const EMPTY = { string: "", bool: false, int: 0, array: [], object: {} } as const;
