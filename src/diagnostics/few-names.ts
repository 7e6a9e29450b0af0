const NAMED = 3;

/** `a, b and c`, or `a, b, c and 9 more`: a sentence stays a sentence. */
export function fewNames(names: readonly string[]): string {
  if (names.length > NAMED + 1) return `${names.slice(0, NAMED).join(", ")} and ${names.length - NAMED} more`;
  return names.length < 2 ? names.join("") : `${names.slice(0, -1).join(", ")} and ${names.at(-1)}`;
}
