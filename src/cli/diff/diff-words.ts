import type { Difference, PairGroup, PriceDifference, PropertyChange } from "../../diff.ts";
import type { Estate } from "../../model/estate.ts";
import { formatMoney } from "../../model/money.ts";
import type { KeptPairs, Pairs } from "../../survive.ts";
import { nameOfElement, nameOfNode } from "../places.ts";
import { sideName, wayWords } from "../survive/survive-words.ts";

export interface Ends {
  readonly before: string;
  readonly after: string;
  readonly estates: readonly [Estate, Estate];
}

/** Spelt as the estate that has it spells it. */
export function nameIn({ estates: [before, after] }: Ends, id: string): string {
  return nameOfElement(id, after.resources.has(id.replace(/#.*$/, "")) ? after : before).replace(
    /^(appliance)\//,
    "",
  );
}

export interface PairRow {
  readonly ends: string;
  readonly pairs: number;
  readonly words: string;
}

/** Both directions together. */
export function pairRows<T extends Pairs>(
  groups: readonly T[],
  ends: Ends,
  words: (group: T) => string,
): readonly PairRow[] {
  const rows = new Map<string, PairRow>();
  for (const group of groups) {
    const names = pairName(group, ends);
    const key = `${names} ${words(group)}`;
    rows.set(key, { ends: names, words: words(group), pairs: group.pairs + (rows.get(key)?.pairs ?? 0) });
  }
  return [...rows.values()].sort((a, b) => b.pairs - a.pairs || (a.ends < b.ends ? -1 : 1));
}

function pairName({ from, to, relation }: Pairs, { estates: [before, after] }: Ends): string {
  const nameOf = (id: string) =>
    nameOfNode(id, after.resources.has(id) || !before.resources.has(id) ? after : before);
  if (relation === "other") return `among ${from.networks.length} like ${nameOf(from.networks[0] ?? "")}`;
  const [one, other] = [sideName(from, nameOf), sideName(to, nameOf)].sort();
  return one === other ? `inside ${one}` : `${one} - ${other}`;
}

export function endWords(gone: string): (group: PairGroup) => string {
  return ({ endChanges }) => (endChanges ? `an end is ${gone}` : "both ends stay");
}

export function pathWords({ before, after, newlyUnencrypted, newlyOverInternet, slower }: KeptPairs): string {
  const flags = [
    newlyUnencrypted ? "NEWLY UNENCRYPTED" : "",
    newlyOverInternet ? "NEWLY OVER THE INTERNET" : "",
    slower ? "SLOWER" : "",
  ].filter((text) => text !== "");
  return `${wayWords(after)}; before ${wayWords(before)}${flags.length === 0 ? "" : ` (${flags.join(", ")})`}`;
}

export function priceWords({ before, after, amount }: PriceDifference): string {
  const [was, is] = [before, after].map((money) => (money ? `${formatMoney(money)} a month` : "not known"));
  if (!before && !after) return "not known";
  if (was === is) return `${is}, as before`;
  const more = amount === undefined || amount === 0 ? "" : ` (${amount > 0 ? "+" : ""}${amount.toFixed(2)})`;
  return `${is}, before ${was}${more}`;
}

export function propertyWords({ path, before, after }: PropertyChange): string {
  const what = path.replace(/^properties\./, "");
  if (before === undefined) return `${what}: ${short(after)}, before nothing`;
  return `${what}: ${after === undefined ? "nothing" : short(after)}, before ${short(before)}`;
}

const MOST_LETTERS = 90;

function short(json = ""): string {
  return json.length > MOST_LETTERS ? `${json.slice(0, MOST_LETTERS)}…` : json;
}

export function isEmpty({ added, removed, changed, gained, lost, repathed, price }: Difference): boolean {
  const lists = [added, removed, changed, gained, lost, repathed];
  return lists.every(({ length }) => length === 0) && (price.amount ?? 0) === 0;
}

export function sumOf(groups: readonly Pairs[]): number {
  return groups.reduce((sum, { pairs }) => sum + pairs, 0);
}
