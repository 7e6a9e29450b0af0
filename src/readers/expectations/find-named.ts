/** Something that an expectation can name. */
export interface Named {
  readonly id: string;
  /** `orders/web`: the names alone, outermost first. */
  readonly name: string;
}

/**
 * All that a name or a pattern means: by whole names, or else by their ends from a part on. `*` stands for any letters
 * of one part: alone it is networks, sites and users, and before a slash their subnets.
 */
export function findNamed<T extends Named>(text: string, all: readonly T[]): readonly T[] {
  const wanted = partsOf(text);
  const fits = (names: readonly string[]) =>
    names.length === wanted.length && names.every((name, index) => matches(name, wanted[index] ?? ""));
  const named = all.map((one) => ({ one, parts: partsOf(one.name) }));
  const whole = named.filter(({ parts }) => fits(parts));
  const found = whole.length > 0 ? whole : named.filter(({ parts }) => fits(parts.slice(-wanted.length)));
  return found.map(({ one }) => one);
}

export function isPattern(text: string): boolean {
  return text.includes("*");
}

function partsOf(text: string): readonly string[] {
  return text.toLowerCase().split("/");
}

/** From left to right, for an expression could take for ever on a hostile pattern. */
function matches(name: string, pattern: string): boolean {
  const [first = "", ...rest] = pattern.split("*");
  const last = rest.pop();
  if (last === undefined) return name === first;
  if (!name.startsWith(first) || !name.endsWith(last)) return false;

  let from = first.length;
  for (const part of rest) {
    const found = name.indexOf(part, from);
    if (found < 0) return false;
    from = found + part.length;
  }
  return from <= name.length - last.length;
}
