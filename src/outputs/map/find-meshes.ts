import { countOf } from "./format-count.ts";
import { type Neighbourhoods, neighbourhoods } from "./neighbourhoods.ts";
import { type Card, type Line, type LineStyle, type Picture, styleKey } from "./picture.ts";

/** Fewer are as easily read as single lines; across areas, a few more are. */
const SMALLEST_MESH = 4;
const SMALLEST_WIDE_MESH = 5;

/**
 * Networks of which each is joined to each get one card that says so, and a line to it: 28 lines among 8 networks
 * say less than 8 lines and a word.
 */
export function foldMeshes(picture: Picture): Picture {
  const plain = picture.lines.filter(({ style, count }) => style.state === "up" && count === 1);
  const around = neighbourhoods(plain);
  const byKey = new Map(picture.cards.map((card) => [card.key, card]));
  const meshes: Mesh[] = [];
  const folded = new Set<Line>();

  const starts = [...around.keys()].toSorted(
    (a, b) => (around.get(b)?.size ?? 0) - (around.get(a)?.size ?? 0),
  );
  for (const start of starts) {
    const members = growMesh(start, around, folded);
    const areas = new Set(members.map((member) => byKey.get(member)?.area));
    if (members.length < (areas.size > 1 ? SMALLEST_WIDE_MESH : SMALLEST_MESH)) continue;

    const inside = linesAmong(members, around);
    for (const line of inside) folded.add(line);
    meshes.push(meshOf(members, inside, byKey, meshes.length));
  }

  return {
    ...picture,
    cards: [...meshes.map(({ card }) => card), ...picture.cards],
    meshes: new Map(meshes.map(({ card, inside }) => [card.key, inside])),
    lines: [...meshes.flatMap(({ lines }) => lines), ...picture.lines.filter((line) => !folded.has(line))],
  };
}

interface Mesh {
  readonly card: Card;
  readonly lines: readonly Line[];
  readonly inside: readonly Line[];
}

/** Takes neighbours in turn as long as each is joined to all before it. Greedy: the largest mesh is not promised. */
function growMesh(start: string, around: Neighbourhoods, folded: ReadonlySet<Line>): readonly string[] {
  const joined = (a: string, b: string) =>
    around
      .get(a)
      ?.get(b)
      ?.some((line) => !folded.has(line)) ?? false;
  const members = [start];
  for (const candidate of around.get(start)?.keys() ?? []) {
    if (members.every((member) => joined(member, candidate))) members.push(candidate);
  }
  return members;
}

function linesAmong(members: readonly string[], around: Neighbourhoods): readonly Line[] {
  return members.flatMap((a, index) => members.slice(index + 1).flatMap((b) => around.get(a)?.get(b) ?? []));
}

function meshOf(
  members: readonly string[],
  inside: readonly Line[],
  byKey: ReadonlyMap<string, Card>,
  index: number,
): Mesh {
  const key = `mesh ${index + 1}`;
  const areas = members.map((member) => byKey.get(member)?.area ?? "");
  const card: Card = {
    key,
    type: "mesh",
    name: "full mesh",
    details: [`each with each: ${countOf(inside.length, "connection")}`],
    area: mostFrequent(areas),
    existing: false,
    count: 1,
    ranges: [],
    subnets: 0,
  };
  const style = commonStyle(inside.map((line) => line.style));
  return { card, inside, lines: members.map((member) => ({ ends: [key, member], style, count: 1 })) };
}

const NOTHING: readonly [string, number] = ["", 0];

function mostFrequent(areas: readonly string[]): string {
  const counts = new Map<string, number>();
  for (const area of areas) counts.set(area, (counts.get(area) ?? 0) + 1);
  return [...counts].reduce<readonly [string, number]>(
    (most, next) => (next[1] > most[1] ? next : most),
    NOTHING,
  )[0];
}

function commonStyle(styles: readonly LineStyle[]): LineStyle {
  const distinct = [...new Map(styles.map((style) => [styleKey(style), style])).values()];
  return {
    label: [...new Set(distinct.map(({ label }) => label))].sort().join(" and "),
    state: "up",
    encrypted: distinct.every(({ encrypted }) => encrypted),
    crossesInternet: distinct.some(({ crossesInternet }) => crossesInternet),
  };
}
