import type { Scalar, TextEdit } from "../source/change.ts";
import type { Document } from "../source/document.ts";
import { editOf } from "../source/edit.ts";
import type { Origin } from "../source/origin.ts";

/** What is certain to put a finding right: all of it, or none. */
export type Fix = readonly FixChange[];

export type FixChange =
  /** `was` is what the rule has seen; absent: the value is not there. */
  | { readonly type: "set"; readonly origin: Origin; readonly was?: Scalar; readonly value: Scalar }
  | { readonly type: "remove"; readonly origin: Origin; readonly was: string };

/** A fix as edits of texts, or why it cannot be one. */
export type Repair =
  | { readonly kind: "possible"; readonly edits: readonly FileEdit[] }
  | { readonly kind: "refused"; readonly because: string };

export interface FileEdit extends TextEdit {
  readonly file: string;
}

/** `documents` that may be edited, by the names that origins have. */
export function repairOf(fix: Fix, documents: ReadonlyMap<string, Document>): Repair {
  const edits: FileEdit[] = [];
  for (const change of fix) {
    const { file, path } = change.origin;
    const document = documents.get(file);
    if (!document) return { kind: "refused", because: `${file} is not a file that is edited` };
    if (document.problems.length > 0)
      return { kind: "refused", because: `${file} has mistakes of syntax, which come first` };

    const edited = editOf(document, changeAt(change));
    if ("because" in edited) return { kind: "refused", because: `${path.at(-1) ?? file} ${edited.because}` };
    edits.push({ file, ...edited.edit });
  }
  return { kind: "possible", edits };
}

function changeAt(change: FixChange) {
  const { origin, ...rest } = change;
  return { ...rest, path: origin.path };
}
