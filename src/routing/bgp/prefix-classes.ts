import {
  createPrefixTable,
  type Family,
  formatPrefix,
  type Prefix,
  type PrefixTable,
} from "../../ip/index.ts";
import type { Origination } from "../../model/topology.ts";
import type { Up } from "../up.ts";
import type { Talker, Talkers } from "./speakers.ts";

/** Prefixes that the same talkers originate alike and every filter treats alike: they spread alike, so one is solved. */
export interface PrefixClass {
  readonly prefixes: readonly OwnedPrefix[];
  readonly family: Family;
  readonly isDefaultRoute: boolean;
  /** Of talkers: who does not learn it from others' numbers. */
  readonly refusedBy: ReadonlySet<number>;
  /** Of ears that tell nothing else than a list: on whose list it is. */
  readonly listedBy: ReadonlySet<number>;
}

export interface OwnedPrefix {
  readonly prefix: Prefix;
  readonly text: string;
  /** In the order of talkers, then by tag and weight: the same place means the same thing across a class. */
  readonly owned: readonly Owned[];
}

export interface Owned {
  readonly talker: Talker;
  readonly origination: Origination;
}

export function classifyPrefixes({ talkers, ears }: Talkers, up: Up): readonly PrefixClass[] {
  const ownedPrefixes = findOwned(talkers, up);
  const table = createPrefixTable(ownedPrefixes.map((owned) => [owned.prefix, { refused: [], listed: [] }]));
  markFilters(table, { talkers, ears });

  const classes = new Map<string, { prefixes: OwnedPrefix[]; marks: Marks }>();
  for (const owned of ownedPrefixes) {
    const marks = marksOf(table, owned.prefix);
    const key = keyOf(owned, marks);
    const known = classes.get(key);
    if (known === undefined) classes.set(key, { prefixes: [owned], marks });
    else known.prefixes.push(owned);
  }

  return Array.from(classes.values(), ({ prefixes, marks }) => ({
    prefixes,
    family: prefixes[0]?.prefix.family ?? 4,
    isDefaultRoute: prefixes[0]?.prefix.length === 0,
    refusedBy: new Set(marks.refused),
    listedBy: new Set(marks.listed),
  }));
}

/** Filled in the order of talkers and ears, so that equal marks are equal lists. */
interface Marks {
  readonly refused: number[];
  readonly listed: number[];
}

function findOwned(talkers: readonly Talker[], up: Up): readonly OwnedPrefix[] {
  const byText = new Map<string, { prefix: Prefix; text: string; owned: Owned[] }>();
  for (const talker of talkers)
    for (const origination of talker.speaker.originates) {
      if (!up.meets(origination.needs)) continue;

      const { prefix } = origination;
      const text = formatPrefix(prefix);
      const known = byText.get(text) ?? { prefix, text, owned: [] };
      known.owned.push({ talker, origination });
      byText.set(text, known);
    }

  for (const { owned } of byText.values()) owned.sort(compareOwned);
  return Array.from(byText.values());
}

function compareOwned(a: Owned, b: Owned): number {
  return (
    a.talker.index - b.talker.index ||
    b.origination.weight - a.origination.weight ||
    Number(a.origination.tag > b.origination.tag) - Number(a.origination.tag < b.origination.tag)
  );
}

/** From the filters to the prefixes, for most filters are about few prefixes. */
function markFilters(table: PrefixTable<Marks>, { talkers, ears }: Talkers): void {
  for (const talker of talkers)
    for (const range of talker.speaker.refuses)
      for (const { value } of table.inside(range)) addOnce(value.refused, talker.index);

  for (const ear of ears)
    for (const prefix of ear.end.sends.only ?? []) addOnce(marksOf(table, prefix).listed, ear.index);
}

function addOnce(marks: number[], mark: number): void {
  if (marks.at(-1) !== mark) marks.push(mark);
}

/** Of a prefix that nobody originates: marks that nobody reads. */
function marksOf(table: PrefixTable<Marks>, prefix: Prefix): Marks {
  const [closest] = table.covering(prefix);
  return closest?.prefix.length === prefix.length ? closest.value : { refused: [], listed: [] };
}

function keyOf({ prefix, owned }: OwnedPrefix, marks: Marks): string {
  const owners = owned.map(
    ({ talker, origination }) => `${talker.index}/${origination.weight}/${origination.tag}`,
  );
  return JSON.stringify([prefix.family, prefix.length === 0, marks.refused, marks.listed, owners]);
}
