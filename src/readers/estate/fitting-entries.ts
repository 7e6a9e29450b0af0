import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import type { Json, JsonObject } from "../../source/document.ts";
import { isList } from "../../source/index.ts";

/** The lists of an estate file without their entries that do not fit, and where those that stay stand in the file. */
export interface FittingEntries {
  readonly value: JsonObject;
  /** The index in the file of the entry that is now at this index. */
  readonly indexOf: (collection: string, index: number) => number;
}

/** One broken resource does not hide the others, nor what is wrong with them. */
export function fittingEntries(value: JsonObject, diagnostics: readonly Diagnostic[]): FittingEntries {
  const broken = new Set(diagnostics.map(({ origin }) => origin.path.slice(0, 2).join("/")));
  const places = new Map<string, readonly number[]>();
  const entries = Object.entries(value).flatMap(([collection, list]): [string, Json][] => {
    if (broken.has(collection)) return [];
    if (!isList(list)) return isTouched(collection, broken) ? [] : [[collection, list]];

    const kept = [...list.keys()].filter((index) => !broken.has(`${collection}/${index}`));
    places.set(collection, kept);
    return [[collection, kept.map((index) => list[index] ?? null)]];
  });
  return {
    value: { ...Object.fromEntries(entries), formatVersion: 1 },
    indexOf: (collection, index) => places.get(collection)?.[index] ?? index,
  };
}

function isTouched(collection: string, broken: ReadonlySet<string>): boolean {
  return [...broken].some((key) => key.startsWith(`${collection}/`));
}
