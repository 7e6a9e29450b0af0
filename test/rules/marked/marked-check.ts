/** One of the checks that others make of networks in Azure, and what became of it here. */
export type MarkedCheck = {
  readonly number: number;
  /** What it looks for, in our own words. */
  readonly about: string;
} & Mark;

type Mark =
  /** Rules that find it, and what of it they leave out. */
  | { readonly built: readonly string[]; readonly only?: string }
  /** Another part of Isthmus that answers it: which, and how. */
  | { readonly elsewhere: string }
  /** Why not. */
  | { readonly skipped: string };
