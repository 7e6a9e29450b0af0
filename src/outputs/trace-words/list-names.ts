const MOST_NAMES = 6;

/** Names in a sentence: `a, b and c`; of very many only the first. */
export function listNames(names: readonly string[]): string {
  const shown =
    names.length > MOST_NAMES + 1
      ? [...names.slice(0, MOST_NAMES), `${names.length - MOST_NAMES} more`]
      : names;
  return shown.length < 2 ? shown.join("") : `${shown.slice(0, -1).join(", ")} and ${shown.at(-1)}`;
}
