import { isAlias, isScalar, type ParsedNode } from "yaml";
import type { FoundProblem } from "./place.ts";
import { rangeOfNode } from "./yaml-range.ts";

/** What the key of a mapping says: a name, a merge (`<<`), or something that cannot be a name. */
export type YamlKey =
  | { readonly kind: "name"; readonly name: string }
  | { readonly kind: "merge" }
  | { readonly kind: "refused"; readonly problem: FoundProblem }
  /** An alias without an anchor, reported where aliases are followed. */
  | { readonly kind: "unreadable" };

/** Numbers, booleans and null become the text the user wrote: `1.0` is the name "1.0". */
export function readKey(key: ParsedNode, targetOf: (alias: ParsedNode) => ParsedNode | undefined): YamlKey {
  const node = isAlias(key) ? targetOf(key) : key;
  if (!node) return { kind: "unreadable" };
  if (!isScalar(node)) {
    const message = "A list or a mapping stands where a name is needed.";
    return refused({
      message,
      hint: "Put quotes around a text that starts with { or [.",
      range: rangeOfNode(key),
    });
  }

  const { value, source } = node;
  if (typeof value === "symbol") return { kind: "merge" };
  if (typeof value === "string") return { kind: "name", name: value };
  if (source === "")
    return refused({ message: "A name is missing before the colon.", range: rangeOfNode(key) });
  return { kind: "name", name: source };
}

function refused(problem: FoundProblem): YamlKey {
  return { kind: "refused", problem };
}
