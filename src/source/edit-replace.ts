import type { Edited, Scalar } from "./change.ts";
import type { Document } from "./document.ts";
import { isShared } from "./is-shared.ts";
import type { Path } from "./path.ts";
import { isJsonFile, readDocument } from "./read-document.ts";

/** Another text, number or truth in the place of the one that stands there. */
export function replacement(document: Document, path: Path, was: Scalar, value: Scalar): Edited {
  const span = document.spanOf(path);
  const written = document.text.slice(span.start.offset, span.end.offset);
  if (isShared(document, path)) return { because: "is shared by an anchor and its aliases" };
  if (/[\r\n]/.test(written)) return { because: "runs over several lines" };
  if (!isWritten(document.file, written, was)) return { because: "is computed, and not written as it is" };
  return { edit: { span, text: writeLike(document.file, written, value) } };
}

/** Truths may be written as texts, as ARM takes them. */
function isWritten(file: string, written: string, was: Scalar): boolean {
  const { value, problems } = readDocument(file, written);
  if (problems.length > 0) return false;
  if (typeof was === "boolean" && typeof value === "string") return value.toLowerCase() === String(was);
  return value === was;
}

/** A value as its neighbour is written: quoted alike. */
function writeLike(file: string, neighbour: string, value: Scalar): string {
  const quoted = JSON.stringify(value);
  if (typeof value !== "string") return quoted;
  if (isJsonFile(file) || neighbour.startsWith('"')) return quoted;
  if (neighbour.startsWith("'") && !value.includes("'")) return `'${value}'`;
  const isPlain = /^[A-Za-z0-9][A-Za-z0-9_./:-]*$/.test(value) && readDocument(file, value).value === value;
  return isPlain ? value : quoted;
}
