/** An AS path, one object for all that are equal: so a route is compared with another by identity. */
export interface AsPath {
  readonly id: number;
  /** The nearest first. */
  readonly asns: readonly number[];
}

export interface AsPaths {
  of(asns: readonly number[]): AsPath;
}

export function createAsPaths(): AsPaths {
  const byText = new Map<string, AsPath>();

  return {
    of(asns) {
      const text = asns.join(" ");
      const known = byText.get(text);
      if (known !== undefined) return known;

      const path = { id: byText.size, asns };
      byText.set(text, path);
      return path;
    },
  };
}
