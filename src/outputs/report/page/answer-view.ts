import type { PageHop, PageTrace, PageWay } from "../page-data.ts";
import { byId, make } from "./make.ts";
import type { Page, View } from "./state.ts";
import { nameOf, textOf } from "./words.ts";

/** The chosen pair: how it ends, the way there and the way back. */
export function createAnswerView({ data, answers }: Page): View {
  const place = byId("ways-answer");
  /** A trace may be told of others that fare the same: their names, and those that were chosen. */
  let renames: ReadonlyMap<string, string> = new Map();

  function renamed(words: string): string {
    return renames.get(words) ?? words.split(" ").map(renamedWord).join(" ");
  }

  function renamedWord(word: string): string {
    const [, name = "", end = ""] = /^(.*?)([.:,;]*)$/.exec(word) ?? [];
    return `${renames.get(name) ?? name}${end}`;
  }

  function answerOf(trace: PageTrace, from: number, to: number, wasSame: boolean): readonly Node[] {
    const outcome = data.outcomes[trace.outcome];
    const isAlike = trace.ends[0] !== from || trace.ends[1] !== to;
    const told = `${nameOf(data, trace.ends[0])} to ${nameOf(data, trace.ends[1])}`;
    renames = new Map([
      [nameOf(data, trace.ends[0]), nameOf(data, from)],
      [nameOf(data, trace.ends[1]), nameOf(data, to)],
    ]);
    return [
      make(
        "h3",
        {},
        `${nameOf(data, from)} → ${nameOf(data, to)}`,
        make("span", { class: `chip ${outcome?.tone}` }, `${outcome?.symbol} ${outcome?.words}`),
        ...(wasSame ? [] : [make("span", { class: "chip changed" }, "another way than before")]),
      ),
      make("p", { class: "because" }, renamed(textOf(data, trace.because))),
      ...(isAlike && trace.there.length > 0
        ? [make("p", { class: "note" }, `The same as ${told}, whose addresses are told here.`)]
        : []),
      ...(trace.there.length === 0
        ? [make("p", { class: "note" }, "There was no room for the way: isthmus trace tells it.")]
        : []),
      ...(trace.facts ? [factsOf(trace.facts)] : []),
      make(
        "div",
        { class: "directions" },
        directionOf("There", trace.there, trace.more?.[0] ?? 0),
        directionOf("Back", trace.back, trace.more?.[1] ?? 0),
      ),
    ];
  }

  function factsOf(facts: readonly (readonly [number, number])[]): HTMLElement {
    const pairs = facts.map(([label, words]) =>
      make("div", {}, make("dt", {}, textOf(data, label)), make("dd", {}, textOf(data, words))),
    );
    return make("dl", { class: "facts" }, ...pairs);
  }

  function directionOf(title: string, numbers: readonly number[], more: number): HTMLElement {
    const ways = numbers.flatMap((number) => data.ways[number] ?? []);
    const [first, ...others] = ways;
    if (!first) return make("div", {});

    const all = ways.length + more;
    const count = all > 1 ? [make("span", { class: "note" }, ` one of ${all} equal ways`)] : [];
    const rest = [
      ...others.map((way) => make("li", {}, namesOf(way))),
      ...(more > 0 ? [make("li", {}, `and ${more} more`)] : []),
    ];
    return make(
      "div",
      { class: title.toLowerCase() },
      make("h4", {}, title, ...count),
      wayOf(first),
      ...(rest.length > 0
        ? [
            make(
              "details",
              {},
              make("summary", {}, "The other ways"),
              make("ul", { class: "others" }, ...rest),
            ),
          ]
        : []),
    );
  }

  function hopsOf(way: PageWay): readonly PageHop[] {
    return way.hops.flatMap((number) => data.hops[number] ?? []);
  }

  function namesOf(way: PageWay): string {
    return hopsOf(way)
      .map(({ name }) => textOf(data, name))
      .join(" › ");
  }

  function wayOf(way: PageWay): HTMLElement {
    const outcome = data.outcomes[way.outcome];
    const end = way.outcome === 0 ? "arrives" : renamed(textOf(data, way.because));
    return make(
      "ol",
      { class: "hops" },
      ...hopsOf(way).map(hopOf),
      make("li", { class: `ends ${outcome?.tone}` }, `${outcome?.symbol} ${end}`),
    );
  }

  function hopOf({ name, because = [], segment }: PageHop): HTMLElement {
    return make(
      "li",
      {},
      make("b", {}, renamed(textOf(data, name))),
      ...because.map((words) => make("span", { class: "decided" }, textOf(data, words))),
      ...(segment === undefined ? [] : [segmentOf(segment)]),
    );
  }

  function segmentOf(number: number): HTMLElement {
    const segment = data.segments[number];
    if (!segment) return make("span");
    const { medium, encrypted, bandwidth, latency, internet, inside } = segment;
    const facts = [
      ...(inside
        ? []
        : [encrypted === undefined ? "not encrypted" : `encrypted by ${textOf(data, encrypted)}`]),
      ...(internet ? ["over the internet"] : []),
      ...[bandwidth, latency].flatMap((number) => (number === undefined ? [] : textOf(data, number))),
    ];
    return make(
      "span",
      { class: `segment${encrypted === undefined ? "" : " encrypted"}` },
      make("span", { class: "medium" }, textOf(data, medium)),
      ...facts.map((fact) => make("span", { class: "fact" }, fact)),
    );
  }

  return {
    show: ({ from, to, situation }) => {
      const isChosen = from !== undefined && to !== undefined;
      const trace = isChosen ? answers.trace(from, to, situation) : undefined;
      const before = isChosen ? answers.trace(from, to) : undefined;
      place.replaceChildren(
        ...(isChosen && trace ? answerOf(trace, from, to, trace === before) : [hintOf(isChosen, from)]),
      );
    },
  };

  function hintOf(isSame: boolean, from: number | undefined): HTMLElement {
    const words = isSame
      ? "Both ends are the same place: two hosts there reach each other without a router."
      : from === undefined
        ? "Choose where a packet begins and where it goes: in the lists, on the map, or in the matrix below."
        : `It begins at ${nameOf(data, from)}. Now choose where it goes.`;
    return make("p", { class: "hint-text" }, words);
  }
}
