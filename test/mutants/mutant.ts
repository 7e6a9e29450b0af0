/** One rule of the prediction, changed: `find` stands once in the file and becomes `replace`. */
export interface Mutant {
  /** Unique, a few words: what the changed rule is about. */
  readonly rule: string;
  /** Below `src/`. */
  readonly file: string;
  readonly find: string;
  readonly replace: string;
}

/** Those of one file. */
export function inFile(
  file: string,
  ...mutants: readonly (readonly [rule: string, find: string, replace: string])[]
): readonly Mutant[] {
  return mutants.map(([rule, find, replace]) => ({ rule, file, find, replace }));
}
