import type { Design } from "../design.ts";
import { didYouMean } from "../diagnostics/index.ts";
import type { Decision } from "../model/decision.ts";
import { UserError } from "./user-error.ts";

/** The decision between two networks, sites or groups of users, whichever way round they are named. */
export function findDecision(design: Design, a: string, b: string): Decision {
  const [one, other] = [findName(design, a), findName(design, b)];
  const found = design.decisions.find(({ between }) => between.includes(one) && between.includes(other) && one !== other);
  if (found) return found;

  const partners = design.decisions.flatMap(({ between }) =>
    between.includes(one) ? between.filter((name) => name !== one) : [],
  );
  throw new UserError(
    `The file asks for no connection between ${one} and ${other}.`,
    partners.length > 0 ? `${one} is connected with ${list(partners)}.` : `${one} is connected with nothing.`,
  );
}

function findName({ intent }: Design, name: string): string {
  const names = [...intent.virtualNetworks, ...intent.sites, ...intent.p2sUsers].map((entry) => entry.name);
  if (names.includes(name)) return name;

  const ending = names.filter((candidate) => candidate.toLowerCase().endsWith(name.toLowerCase()));
  const [only] = ending;
  if (only !== undefined && ending.length === 1) return only;
  if (ending.length > 1) throw new UserError(`"${name}" may be ${list(ending)}.`, "Write the whole name.");

  const guess = didYouMean(name, names);
  throw new UserError(`"${name}" does not stand in ${intent.origin.file}.`, guess ? `Did you mean ${guess}?` : `It has ${list(names)}.`);
}

function list(names: readonly string[]): string {
  const shown = names.length > 6 ? [...names.slice(0, 6), `${names.length - 6} more`] : names;
  return shown.length < 2 ? shown.join("") : `${shown.slice(0, -1).join(", ")} and ${shown.at(-1)}`;
}
