import { isAlias, type ParsedNode } from "yaml";
import { excerpt } from "./excerpt.ts";
import type { FoundProblem } from "./place.ts";
import { rangeOfNode } from "./yaml-range.ts";

const PREFIX = "tag:yaml.org,2002:";
const CORE_TAGS: ReadonlySet<string> = new Set(
  ["str", "int", "float", "bool", "null", "map", "seq"].map((name) => PREFIX + name),
);

/** Tags say more than JSON can hold; those that only name what JSON has anyway are fine. */
export function refusedTag(node: ParsedNode): FoundProblem | undefined {
  const tag = isAlias(node) ? undefined : node.tag;
  if (tag === undefined || tag === "!" || CORE_TAGS.has(tag)) return undefined;

  const shown = excerpt(tag.startsWith(PREFIX) ? `!!${tag.slice(PREFIX.length)}` : tag);
  return { message: `The tag ${shown} is not supported.`, hint: "Remove the tag.", range: rangeOfNode(node) };
}
