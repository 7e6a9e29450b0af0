import type { PageTrace } from "../page-data.ts";
import { byId, makeSvg } from "./make.ts";
import type { Page, State, View } from "./state.ts";
import { traceLine, type Wire } from "./trace-line.ts";

/** Shows on the map what is chosen, and chooses by its cards. */
export function createMapView({ data, answers, choose, state }: Page): View {
  const map = byId("map").querySelector("svg");
  const first = map?.querySelector("[data-card]");
  if (!map || !first) return { show: () => {} };

  const cards = new Map(
    [...map.querySelectorAll<SVGElement>("[data-card]")].map((card) => [Number(card.dataset["card"]), card]),
  );
  const wires = [...map.querySelectorAll<SVGElement>("[data-lines]")].map((element) => ({
    element,
    lines: (element.dataset["lines"] ?? "").split(" ").map(Number),
  }));
  const shapes: readonly Wire[] = wires.map(({ element, lines }) => ({
    part: element.dataset["part"] ?? "",
    lines,
    path: element.querySelector("path")?.getAttribute("d") ?? "",
  }));
  const overlay = makeSvg("g", { class: "ways" });
  first.before(overlay);

  for (const [number, card] of cards) {
    const places = data.places.flatMap((place, index) => (place.card === number ? [index] : []));
    if (places.length === 0) continue;
    card.classList.add("choosable");
    card.addEventListener("click", () => choose(nextEnds(state(), places)));
  }

  function drawWay(trace: PageTrace, from: number, to: number, direction: "there" | "back"): void {
    for (const line of linesOfTrace(trace, from, to, direction))
      for (const path of traceLine(line, shapes))
        overlay.append(makeSvg("path", { class: direction, d: path }));
  }

  function linesOfTrace(
    trace: PageTrace,
    from: number,
    to: number,
    direction: "there" | "back",
  ): ReadonlySet<number> {
    const told = (trace[direction] ?? [])
      .flatMap((way) => data.ways[way]?.hops ?? [])
      .flatMap((hop) => data.segments[data.hops[hop]?.segment ?? -1]?.lines ?? []);
    return new Set(
      told
        .flatMap((line) => [line, ...alike(line, trace, from, to)])
        .filter((line) => isOf(line, trace, from, to)),
    );
  }

  /** A trace is told for a place that fares alike: its own lines stand for those of the chosen one. */
  function cardOfEnds(trace: PageTrace, from: number, to: number): readonly (readonly [number, number])[] {
    return [
      [data.places[trace.ends[0]]?.card ?? -1, data.places[from]?.card ?? -1],
      [data.places[trace.ends[1]]?.card ?? -1, data.places[to]?.card ?? -1],
    ];
  }

  function alike(line: number, trace: PageTrace, from: number, to: number): readonly number[] {
    const { cards: [a, b] = [-1, -1], look } = data.lines[line] ?? {};
    return cardOfEnds(trace, from, to).flatMap(([told, chosen]) => {
      if (told === chosen || (a !== told && b !== told)) return [];
      const other = a === told ? b : a;
      return data.lines.flatMap((one, index) =>
        one.look === look && one.cards.includes(chosen) && one.cards.includes(other) ? [index] : [],
      );
    });
  }

  function isOf(line: number, trace: PageTrace, from: number, to: number): boolean {
    const chosen = [from, to].map((place) => data.places[place]?.card);
    return !cardOfEnds(trace, from, to).some(
      ([told, own]) => told !== own && !chosen.includes(told) && data.lines[line]?.cards.includes(told),
    );
  }

  function mark(place: number | undefined, word: "from" | "to"): void {
    const card = cards.get(data.places[place ?? -1]?.card ?? -1);
    card?.classList.add("end");
    if (card) badge(card, word, word === "from" ? "left" : "right", "top");
  }

  function badge(card: SVGElement, word: string, side: "left" | "right", edge: "top" | "bottom"): void {
    const box = [...card.querySelectorAll("rect.card")].at(-1);
    const [x = 0, y = 0, width = 0, height = 0] = ["x", "y", "width", "height"].map((name) =>
      Number(box?.getAttribute(name)),
    );
    const room = word.length * 7 + 14;
    const left = side === "left" ? x + 8 : x + width - room - 8;
    const middle = edge === "top" ? y : y + height;
    const group = makeSvg("g", { class: edge === "top" ? "badge" : "badge down" });
    group.append(
      makeSvg("rect", { x: left, y: middle - 9, width: room, height: 18, rx: 9 }),
      makeSvg("text", { x: left + room / 2, y: middle + 4 }, word),
    );
    badges.append(group);
  }
  function crossOut(wire: SVGElement): void {
    const path = wire.querySelector("path");
    if (!path) return;
    const { x, y } = path.getPointAtLength(path.getTotalLength() / 2);
    badges.append(
      makeSvg("path", {
        class: "cross-out",
        d: `M${x - 7} ${y}a7 7 0 1 0 14 0a7 7 0 1 0-14 0M${x - 3} ${y - 3}l6 6m0-6l-6 6`,
      }),
    );
  }
  const badges = makeSvg("g", { class: "badges" });
  [...cards.values()].at(-1)?.after(badges);

  return {
    show: ({ from, to, situation }) => {
      overlay.replaceChildren();
      badges.replaceChildren();
      for (const card of cards.values()) card.classList.remove("end", "failed");
      mark(from, "from");
      mark(to, "to");

      const trace = from === undefined || to === undefined ? undefined : answers.trace(from, to, situation);
      map.classList.toggle("has-way", trace !== undefined);
      if (trace && from !== undefined && to !== undefined) {
        drawWay(trace, from, to, "there");
        drawWay(trace, from, to, "back");
      }
      for (const { element, lines } of wires) {
        const { part } = element.dataset;
        const isDown = (line: number) => situation?.downLines.includes(line) ?? false;
        const isTouched = (line: number) => isDown(line) || (situation?.partialLines.includes(line) ?? false);
        // A trunk with one line down of thirty works; the drop of that line shows it.
        const allDown = lines.every(isDown);
        const touched = allDown || (part === "line" ? lines.some(isTouched) : lines.every(isTouched));
        element.classList.toggle("now-down", allDown);
        element.classList.toggle("now-partial", touched && !allDown);
        if (allDown && (part === "line" || part === "drop")) crossOut(element);
      }
      for (const number of situation?.cards ?? []) {
        const card = cards.get(number);
        card?.classList.add("failed");
        if (card) badge(card, "✕ down", "right", "bottom");
      }
    },
  };
}

/** The first click chooses where it begins, the second where it ends, and the next begins anew. */
function nextEnds({ from, to }: State, places: readonly number[]): Partial<State> {
  const [place] = places;
  if (from === undefined || to !== undefined) return { from: place, to: undefined };
  return { to: places.find((one) => one !== from) ?? place };
}
