import { distance } from "fastest-levenshtein";

/**
 * The candidate that a misspelt word most likely means, if one is close: a third of its letters wrong, or one, but never
 * all. The same for any order of the candidates.
 */
export function didYouMean(word: string, candidates: Iterable<string>): string | undefined {
  const wanted = word.toLowerCase();
  const furthest = Math.max(1, Math.floor(word.length / 3));
  let best: string | undefined;
  let bestDistance = Number.POSITIVE_INFINITY;

  for (const candidate of candidates) {
    if (candidate === word || Math.abs(candidate.length - word.length) > furthest) continue;
    const far = distance(wanted, candidate.toLowerCase());
    if (far > furthest || far >= Math.max(word.length, 1) || far > bestDistance) continue;
    if (far === bestDistance && best !== undefined && best <= candidate) continue;
    best = candidate;
    bestDistance = far;
  }
  return best;
}
