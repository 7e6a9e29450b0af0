import { didYouMean } from "../diagnostics/index.ts";
import { listNames } from "./list-names.ts";
import { UserError } from "./user-error.ts";

/** The name that was meant: the whole of it, or an ending that only one of them has. */
export function findName(name: string, names: readonly string[], file: string): string {
  if (names.includes(name)) return name;

  const meant = name.toLowerCase();
  const ending = names.filter((candidate) => candidate.toLowerCase().endsWith(meant));
  const [only] = ending;
  if (only !== undefined && ending.length === 1) return only;
  if (ending.length > 1)
    throw new UserError(`"${name}" may be ${listNames(ending)}.`, "Write the whole name.");

  throw new UserError(`${file} has no "${name}".`, hintFor(name, names));
}

function hintFor(name: string, names: readonly string[]): string {
  const guess = didYouMean(name, names) ?? onlyOneWith(name.toLowerCase(), names);
  if (guess !== undefined) return `Did you mean ${guess}?`;
  return names.length === 0 ? "Add it to the file." : `It has ${listNames(names)}.`;
}

function onlyOneWith(part: string, names: readonly string[]): string | undefined {
  const found = names.filter((candidate) => candidate.toLowerCase().includes(part));
  return found.length === 1 ? found[0] : undefined;
}
