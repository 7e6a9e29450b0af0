import { didYouMean } from "../diagnostics/index.ts";
import { listNames } from "./list-names.ts";
import type { LoadedEstate } from "./load-estate.ts";
import { type Place, tellApart } from "./places.ts";
import { UserError } from "./user-error.ts";

/**
 * The place that was meant: by its whole name, by the end of its name or id from one of its parts on (`web`,
 * `virtualNetworks/hub`), or else by any ending. The first of these that anything fits decides, and must fit one only.
 */
export function findPlace(
  text: string,
  places: readonly Place[],
  { file, calledInFile }: Pick<LoadedEstate, "file" | "calledInFile">,
): Place {
  const wanted = text.toLowerCase().replace(/^\/+(?!subscriptions\/)|\/+$/g, "");
  const [first = "", ...rest] = wanted.split("/");
  const called = [calledInFile.get(first)?.toLowerCase() ?? first, ...rest].join("/");
  const fitting = called === "" ? [] : bestFitting(called, places);
  const [only] = fitting;
  if (only && fitting.length === 1) return only;
  if (fitting.length > 1) {
    const names = fitting.map(({ name }) => name);
    const shown = new Set(names).size === names.length ? names : fitting.map(tellApart);
    throw new UserError(
      `"${text}" may be ${listNames(shown)}.`,
      "Write more of its name, or the end of its id.",
    );
  }
  throw new UserError(`${file} has no "${text}".`, hintFor(text, places));
}

function bestFitting(wanted: string, places: readonly Place[]): readonly Place[] {
  const fits: readonly ((spelling: string) => boolean)[] = [
    (spelling) => spelling === wanted,
    (spelling) => spelling.endsWith(`/${wanted}`),
    (spelling) => spelling.endsWith(wanted),
  ];
  for (const fit of fits) {
    const found = places.filter(({ id, name }) => fit(name.toLowerCase()) || fit(id));
    if (found.length > 0) return found;
  }
  return [];
}

function hintFor(text: string, places: readonly Place[]): string {
  const names = places.map(({ name }) => name);
  const lasts = new Map(names.map((name) => [name.slice(name.lastIndexOf("/") + 1), name]));
  const last = didYouMean(text, lasts.keys());
  const guess = didYouMean(text, names) ?? (last === undefined ? undefined : lasts.get(last));
  if (guess !== undefined) return `Did you mean ${guess}?`;
  return names.length === 0 ? "There is nothing in it that has one." : `It has ${listNames(names)}.`;
}
