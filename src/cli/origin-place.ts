import type { Span } from "../source/document.ts";
import type { Origin } from "../source/index.ts";
import type { Shown } from "./format-findings.ts";

export interface OriginPlace {
  readonly file: string;
  readonly span: Span;
}

/** The line of the user's that a value comes from; `undefined` where it stands in no file that was read. */
export function placeOfOrigin(origin: Origin, shown: Shown): OriginPlace | undefined {
  for (let known: Origin | undefined = origin; known; known = known.through) {
    const found = shown.get(known.file);
    if (found) return { file: found.document.file, span: found.document.spanOf(known.path) };
  }
  return undefined;
}

/** `network.yaml:4:5`, with the file as the person named it. */
export function formatOrigin(origin: Origin, shown: Shown): string | undefined {
  const place = placeOfOrigin(origin, shown);
  if (!place) return undefined;
  const { line, column } = place.span.start;
  return `${shown.get(place.file)?.path ?? place.file}:${line}:${column}`;
}
