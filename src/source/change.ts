import type { Span } from "./document.ts";
import type { Path } from "./path.ts";

export type Scalar = string | number | boolean;

/** One value of a file that is to be another one. Everything else in the file stays as it is, byte for byte. */
export type Change =
  /** `was` is what its reader took it for; absent: the key is not there. */
  | { readonly type: "set"; readonly path: Path; readonly was?: Scalar; readonly value: Scalar }
  /** A text in a list that leaves it. */
  | { readonly type: "remove"; readonly path: Path; readonly was: string };

export interface TextEdit {
  readonly span: Span;
  readonly text: string;
}

/** The edit, or why the text cannot say it: the end of a sentence that begins with the value. */
export type Edited = { readonly edit: TextEdit } | { readonly because: string };
