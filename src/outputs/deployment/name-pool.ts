/** Gives each name once, without regard to case; a taken one is tried in the other ways, then numbered. */
export interface NamePool {
  take(...candidates: readonly [string, ...string[]]): string;
}

export function namePool(reserved: Iterable<string> = [], beforeNumber = ""): NamePool {
  const taken = new Set([...reserved].map((name) => name.toLowerCase()));
  const next = new Map<string, number>();

  const numbered = (base: string): string => {
    for (let number = next.get(base) ?? 2; ; number += 1) {
      const name = `${base}${beforeNumber}${number}`;
      next.set(base, number + 1);
      if (!taken.has(name.toLowerCase())) return name;
    }
  };
  return {
    take: (...candidates) => {
      const free = candidates.find((candidate) => !taken.has(candidate.toLowerCase()));
      const name = free ?? numbered(candidates.at(-1) ?? candidates[0]);
      taken.add(name.toLowerCase());
      return name;
    },
  };
}
