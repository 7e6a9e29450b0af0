import type { Design } from "../design.ts";

/** One way of writing a design down. Pure: the same design gives the same bytes. */
export interface Output {
  /** Also the name of its folder. */
  readonly name: string;
  /** Relative paths with forward slashes, and what they hold. */
  write(design: Design): ReadonlyMap<string, string>;
  /** What Azure, or who else reads it, will not take of what was written: a sentence and a hint each. */
  limits?(files: ReadonlyMap<string, string>): readonly { readonly message: string; readonly hint: string }[];
}
