import type { Estate } from "../../model/estate.ts";
import type { ElementKind, FailingElement, Failure, KeptPairs, Pairs, Survival } from "../../survive.ts";
import { columns } from "../columns.ts";
import { count } from "../count.ts";
import { listNames } from "../list-names.ts";
import { outcomeWords } from "../outcome-words.ts";
import type { Style } from "../paint.ts";
import { nameOfElement, nameOfNode } from "../places.ts";
import { wrap } from "../wrap.ts";
import { kindWords, sideName, wayWords } from "./survive-words.ts";

type NameOf = (id: string) => string;

/** Worst first, as whoever answers for the network would read it. */
export function surviveText(survival: Survival, estate: Estate, style: Style): readonly string[] {
  const { endpoints, pairs, failures, at, zones, emptyNetworks } = survival;
  const nameOf: NameOf = (id) => nameOfNode(id, estate);
  const say = (list: readonly Failure[]) => failureLines(list, pairs, estate, style);
  const single = failures.filter(({ lostPairs }) => lostPairs > 0);
  const rest = failures.filter(({ lostPairs }) => lostPairs === 0);
  const ended = rest.filter(({ endedPairs }) => endedPairs > 0);
  const taken = rest.filter(({ endedPairs, keptPairs }) => endedPairs === 0 && keptPairs > 0);
  const idle = rest.filter(({ endedPairs, keptPairs }) => endedPairs === 0 && keptPairs === 0);
  return [
    ...wrap(
      `With everything up ${numbered(pairs, "pair gets", "pairs get")} through, between ${count(endpoints, "endpoint")}; each direction is a pair.`,
    ),
    ...emptyLines(emptyNetworks.map(nameOf)),
    ...section(
      at === 1 ? "Single points of failure" : "Two at once, and what neither takes alone",
      single,
      say,
      style,
    ),
    ...(single.length === 0 ? ["", noneWords(pairs, at)] : []),
    ...section("What goes down with its own ends", ended, say, style),
    ...section("What something else takes over", taken, say, style),
    ...(pairs === 0 ? [] : idleLines(idle, at, estate, style)),
    ...(zones.length === 0 || at === 2
      ? []
      : [
          "",
          style.bold("A zone"),
          ...zones.flatMap(({ gateway, survives, because }) =>
            wrap(
              `${nameOf(gateway)} ${survives === "yes" ? "survives one" : "is not modelled"}: ${because}.`,
              "  ",
              "    ",
            ),
          ),
        ]),
  ];
}

function noneWords(pairs: number, at: 1 | 2): string {
  if (pairs === 0) return "No failure can part what is apart already: isthmus reach says why.";
  return at === 1
    ? "No single failure parts two ends that are up."
    : "No two failures do more than each alone.";
}

/** Else an owner would take it for said that nobody misses what leads there. */
function emptyLines(names: readonly string[]): readonly string[] {
  if (names.length === 0) return [];
  const [has, them] = names.length === 1 ? ["has", "it"] : ["have", "them"];
  return wrap(
    `${listNames(names)} ${has} no subnet with room for hosts, so nothing to or from ${them} is counted.`,
  );
}

function section(
  title: string,
  failures: readonly Failure[],
  say: (failures: readonly Failure[]) => readonly string[],
  style: Style,
): readonly string[] {
  if (failures.length === 0) return [];
  return ["", style.bold(title), ...say(failures)];
}

/** Those that do the same to the same pairs, told once. */
function failureLines(
  failures: readonly Failure[],
  pairs: number,
  estate: Estate,
  style: Style,
): readonly string[] {
  const told = new Map<
    string,
    { readonly names: string[]; readonly head: string; readonly lines: readonly string[] }
  >();
  for (const failure of failures) {
    const [head, lines] = [headOf(failure, pairs), linesOf(failure, (id) => nameOfNode(id, estate))];
    const key = [head, ...lines].join("\n");
    const known = told.get(key) ?? { names: [], head, lines };
    known.names.push(elementWords(failure.elements, estate));
    told.set(key, known);
  }
  return [...told.values()].flatMap(({ names, head, lines }) => [
    ...wrap(`${listNames(names)}: ${head}`, "  ", "    ").map(style.bold),
    ...lines,
  ]);
}

function headOf({ lostPairs, endedPairs, keptPairs, like }: Failure, pairs: number): string {
  const parts = [
    lostPairs > 0 ? `loses ${lostPairs.toLocaleString("en")} of ${numbered(pairs, "pair", "pairs")}` : "",
    endedPairs > 0 ? `takes ${numbered(endedPairs, "pair", "pairs")} of its own along` : "",
    keptPairs > 0
      ? `${numbered(keptPairs, "pair goes", "pairs go")} on`
      : lostPairs > 0
        ? "nothing takes over"
        : "",
  ].filter((text) => text !== "");
  const also = like.length === 0 ? "" : `; and so does each of ${like.length.toLocaleString("en")} like it`;
  return `${parts.join("; ")}${also}`;
}

function linesOf({ lost, kept }: Failure, nameOf: NameOf): readonly string[] {
  const parted = lost.filter(({ endDown }) => !endDown);
  const keptRows = groupedBy(kept, nameOf, keptWords);
  return [
    ...few(
      columns(
        groupedBy(parted, nameOf, ({ outcome }) => outcomeWords(outcome)),
        "      ",
      ).map((line) => [line]),
    ),
    ...few(
      keptRows.map(([ends = "", size = "", words = ""]) =>
        wrap(`${ends}, ${size}: ${words}`, "      ", "        "),
      ),
    ),
  ];
}

function keptWords({ before, after, newlyUnencrypted, newlyOverInternet, slower }: KeptPairs): string {
  const flags = [
    newlyUnencrypted ? "NEWLY UNENCRYPTED" : "",
    newlyOverInternet ? "NEWLY OVER THE INTERNET" : "",
    slower ? "SLOWER" : "",
  ].filter((text) => text !== "");
  if (flags.length === 0 && after.over.every((name) => before.over.includes(name)))
    return "on what is left of its equal ways";
  if (flags.length === 0 && wayWords(after) === wayWords(before))
    return "by another way, as fast and as safe";
  return `${wayWords(after)}; before ${wayWords(before)}${flags.length === 0 ? "" : ` (${flags.join(", ")})`}`;
}

/** Both directions together, and what fares alike. */
function groupedBy<T extends Pairs>(
  list: readonly T[],
  nameOf: NameOf,
  words: (pairs: T) => string,
): readonly (readonly string[])[] {
  const groups = new Map<string, { ends: string; pairs: number; words: string }>();
  for (const one of list) {
    const ends = endsOf(one, nameOf);
    const key = `${ends} ${words(one)}`;
    const known = groups.get(key);
    groups.set(key, { ends, words: words(one), pairs: one.pairs + (known?.pairs ?? 0) });
  }
  return [...groups.values()]
    .sort((a, b) => b.pairs - a.pairs || (a.ends < b.ends ? -1 : 1))
    .map(({ ends, pairs, words: said }) => [ends, numbered(pairs, "pair", "pairs"), said]);
}

function endsOf({ from, to, relation }: Pairs, nameOf: NameOf): string {
  const [one, other] = [sideName(from, nameOf), sideName(to, nameOf)].sort();
  if (relation === "other") return `among ${from.networks.length} like ${nameOf(from.networks[0] ?? "")}`;
  return one === other ? `inside ${one}` : `${one} - ${other}`;
}

const MOST_ENTRIES = 6;

function few(entries: readonly (readonly string[])[]): readonly string[] {
  if (entries.length <= MOST_ENTRIES + 1) return entries.flat();
  const more = entries.length - MOST_ENTRIES;
  return [...entries.slice(0, MOST_ENTRIES).flat(), `      and ${more} more; --format json has them all`];
}

function idleLines(idle: readonly Failure[], at: 1 | 2, estate: Estate, style: Style): readonly string[] {
  if (idle.length === 0 || at === 2) return [];
  const byKind = new Map<ElementKind, string[]>();
  for (const { elements, like } of idle)
    for (const { id, kind } of [...elements, ...like])
      byKind.set(kind, [...(byKind.get(kind) ?? []), nameOfElement(id, estate)]);
  return [
    "",
    style.bold("What nobody misses"),
    ...[...byKind].flatMap(([kind, names]) =>
      wrap(`${kindWords(kind, names.length)} ${listNames(names.sort())}`, "  ", "    "),
    ),
  ];
}

function elementWords(elements: readonly FailingElement[], estate: Estate): string {
  return elements.map(({ id, kind }) => `${kindWords(kind, 1)} ${nameOfElement(id, estate)}`).join(" with ");
}

function numbered(value: number, one: string, many: string): string {
  return `${value.toLocaleString("en")} ${value === 1 ? one : many}`;
}
