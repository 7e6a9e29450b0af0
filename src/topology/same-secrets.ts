import type { EstateIndex } from "../model/estate-index.ts";
import { keyOf } from "../model/resource-id.ts";
import { groupBy } from "./group-by.ts";
import { perEstate } from "./per-estate.ts";

/** By whoever has a key that is known to equal, or not to equal, another's. */
const fingerprints = perEstate(({ estate }) =>
  groupBy(
    estate.sameSecrets.flatMap(({ resources, fingerprint }) =>
      resources.map((id) => ({ key: keyOf(id), fingerprint })),
    ),
    ({ key }) => key,
  ),
);

/**
 * Which key each of two has, by its fingerprint: one and the same where they share one, or where only one is known. An end
 * may be known by several ids. Absent: nobody says anything.
 */
export function secretsOf(
  own: readonly string[],
  other: readonly string[],
  estate: EstateIndex,
): readonly [string, string] | undefined {
  const [mine, theirs] = [own, other].map((ids) =>
    ids.flatMap((id) => (fingerprints(estate).get(keyOf(id)) ?? []).map(({ fingerprint }) => fingerprint)),
  );
  const shared = mine?.find((fingerprint) => theirs?.includes(fingerprint));
  const [a, b] = [shared ?? mine?.[0] ?? theirs?.[0], shared ?? theirs?.[0] ?? mine?.[0]];
  return a === undefined || b === undefined ? undefined : [a, b];
}

export function areDifferent(secrets: readonly [string, string] | undefined): boolean {
  return secrets !== undefined && secrets[0] !== secrets[1];
}
