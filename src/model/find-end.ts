import type { End, EndType, Wish } from "./connection-kind.ts";

/** The end of this type, whichever way round the pair was written. */
export function findEnd<Type extends EndType>(
  { ends }: Pick<Wish, "ends">,
  type: Type,
): Extract<End, { readonly type: Type }> | undefined {
  return ends.find((end): end is Extract<End, { readonly type: Type }> => end.type === type);
}
