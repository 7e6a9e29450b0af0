import type { Source } from "./lab.ts";
import { type LabObject, objectAt, textAt } from "./lab-json.ts";

export function sourceOf(object: LabObject): Source {
  const source = objectAt(object, "source");
  return {
    repository: textAt(source, "repo") ?? textAt(source, "repository") ?? "",
    commit: textAt(source, "commit") ?? "",
    licence: textAt(source, "licence") ?? "",
    copyright: textAt(source, "copyright") ?? "",
  };
}
