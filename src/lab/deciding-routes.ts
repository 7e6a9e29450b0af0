import { comparePrefixes, contains, type Prefix } from "../ip/index.ts";

interface Route {
  readonly prefix: Prefix;
  readonly nextHops: readonly string[];
}

/**
 * IPv4, without what decides nothing: a way to nowhere where everything would go there without it. A lab leaves out such
 * rows, and its tables begin with one.
 */
export function decidingRoutes<T extends Route>(routes: readonly T[]): readonly T[] {
  const sorted = routes
    .filter(({ prefix }) => prefix.family === 4)
    .toSorted((a, b) => comparePrefixes(a.prefix, b.prefix));
  return sorted.filter(({ prefix, nextHops }) => {
    if (nextHops.length > 0) return true;

    const around = sorted.findLast(
      (other) =>
        other.prefix.length < prefix.length && other.nextHops.length > 0 && contains(other.prefix, prefix),
    );
    const nowhere = sorted.findLast(
      (other) =>
        other.prefix.length < prefix.length && other.nextHops.length === 0 && contains(other.prefix, prefix),
    );
    return around !== undefined && (nowhere === undefined || around.prefix.length > nowhere.prefix.length);
  });
}
