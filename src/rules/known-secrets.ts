import type { SameSecret } from "../model/estate.ts";
import type { EstateIndex } from "../model/estate-index.ts";
import { keyOf } from "../model/resource-id.ts";

/** By whoever has a key that is known by its fingerprint, with where that is said. */
export function knownSecrets(estate: EstateIndex): ReadonlyMap<string, readonly SameSecret[]> {
  const byHolder = new Map<string, SameSecret[]>();
  for (const secret of estate.estate.sameSecrets) {
    for (const holder of secret.resources.map(keyOf)) {
      byHolder.set(holder, [...(byHolder.get(holder) ?? []), secret]);
    }
  }
  return byHolder;
}

/** What two ends have, where both are known and none is the same; an end may be known by several ids. */
export function differentSecrets(
  own: readonly string[],
  other: readonly string[],
  known: ReadonlyMap<string, readonly SameSecret[]>,
): { readonly mine: SameSecret; readonly theirs: SameSecret } | undefined {
  const [all, others] = [own, other].map((ids) => ids.flatMap((id) => known.get(keyOf(id)) ?? []));
  const [mine] = all ?? [];
  const [theirs] = others ?? [];
  const isShared = all?.some((one) => others?.some(({ fingerprint }) => fingerprint === one.fingerprint));
  return mine && theirs && !isShared ? { mine, theirs } : undefined;
}
