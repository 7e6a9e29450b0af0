import type { Outcome } from "../../model/trace.ts";
import { listNames } from "../list-names.ts";
import { outcomeWords } from "../outcome-words.ts";
import { wrap } from "../wrap.ts";
import type { Group, Survey } from "./survey-reach.ts";

type NameOf = (id: string) => string;

/** Groups whose rows say the same are told together: so of 400 spokes there is one entry. */
export function groupLines(survey: Survey, only: Outcome | undefined, nameOf: NameOf): readonly string[] {
  const { outcomeOf, from, to } = survey;
  if (!outcomeOf) return [];

  const alike = new Map<string, Told>();
  for (const [index, group] of from.entries()) {
    const row = describe(index, group, to, outcomeOf);
    const key = JSON.stringify([row.usual, row.itself, [...row.others]]);
    const known = alike.get(key);
    alike.set(key, known ? { ...known, members: [...known.members, ...group.members] } : row);
  }
  return [...alike.values()].flatMap((row) => tell(row, to, only, nameOf));
}

interface Told {
  readonly members: readonly string[];
  /** Of all columns that are not named. */
  readonly usual: Outcome | undefined;
  readonly itself: Outcome | undefined;
  readonly others: ReadonlyMap<Outcome, readonly number[]>;
}

function describe(
  index: number,
  { members }: Group,
  to: readonly Group[],
  outcomeOf: (from: number, to: number) => Outcome,
): Told {
  const own = new Set(members);
  let itself: Outcome | undefined;
  const columns = new Map<Outcome, number[]>();
  for (const [column, group] of to.entries()) {
    const outcome = outcomeOf(index, column);
    if (group.members.some((id) => own.has(id))) itself = outcome;
    else columns.set(outcome, [...(columns.get(outcome) ?? []), column]);
  }
  const most = [...columns].sort(([, a], [, b]) => b.length - a.length)[0];
  const usual = most && most[1].length > MOST_NAMED ? most[0] : undefined;
  return { members, usual, itself, others: new Map([...columns].filter(([outcome]) => outcome !== usual)) };
}

/** Fewer columns than these are named one by one. */
const MOST_NAMED = 6;

function tell(
  { members, usual, itself, others }: Told,
  to: readonly Group[],
  only: Outcome | undefined,
  nameOf: NameOf,
): readonly string[] {
  const outcomes = new Set([...others.keys(), ...(itself ? [itself] : []), ...(usual ? [usual] : [])]);
  const lines = [...outcomes].flatMap((outcome) => {
    if (only !== undefined && outcome !== only) return [];
    const named = (others.get(outcome) ?? []).flatMap((column) => to[column]?.members ?? []).map(nameOf);
    const self = itself === outcome ? [members.length > 1 ? "each itself" : "itself"] : [];
    const rest = usual === outcome ? ["all others"] : [];
    return wrap(listNames([...self, ...named, ...rest]), `  ${outcomeWords(outcome)}: `, "    ", 100);
  });
  return lines.length === 0 ? [] : [...wrap(listNames(members.map(nameOf)), "", "  ", 100), ...lines];
}
