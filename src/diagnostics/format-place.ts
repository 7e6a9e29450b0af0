import { visible } from "../source/excerpt.ts";
import type { LocatedDiagnostic, LocatedRelated } from "./located.ts";

/** `file:line:column`, which editors and terminals make a link of; the file alone where no place is known. */
export function formatPlace({ file, span }: LocatedDiagnostic | LocatedRelated): string {
  return span ? `${visible(file)}:${span.start.line}:${span.start.column}` : visible(file);
}
