import type { Point } from "./geometry.ts";
import type { Wire } from "./layout.ts";
import { lineColours } from "./map-style.ts";
import { type Markup, markup } from "./markup.ts";
import type { Line, LineStyle } from "./picture.ts";

/** Which colour a label has, in the order of the legend. */
export type Colours = ReadonlyMap<string, number>;

export function coloursOf(labels: readonly string[]): Colours {
  return new Map([...new Set(labels)].map((label, index) => [label, index % lineColours.length]));
}

/** With numbers of lines, for a page that does something with them. */
export function drawWire(
  { points, style, title, corners, part, lines }: Wire,
  colours: Colours,
  numbers?: ReadonlyMap<Line, number>,
): Markup {
  const hooks = numbers
    ? markup` data-part="${part}" data-lines="${lines.map((line) => numbers.get(line) ?? "").join(" ")}"`
    : "";
  const path = corners === "round" ? pathOf(points) : `M${points.map(({ x, y }) => `${x} ${y}`).join("L")}`;
  return markup`<g${hooks}><title>${title}</title><path class="${wireClass(style, colours)}" d="${path}"/>${
    style?.encrypted ? markup`<path class="core" d="${path}"/>` : ""
  }${style?.state === "down" ? drawCross(points) : ""}</g>
`;
}

export function wireClass(style: LineStyle | undefined, colours: Colours): string {
  if (!style) return "wire";
  return [
    "wire",
    ...colourClass(colours.get(style.label)),
    ...(style.encrypted ? ["encrypted"] : []),
    ...(style.crossesInternet ? ["internet"] : []),
    ...(style.state === "up" ? [] : [style.state]),
  ].join(" ");
}

function colourClass(colour: number | undefined): readonly string[] {
  return colour === undefined ? [] : [`line-${colour}`];
}

const RADIUS = 7;

/** Right-angled ways get round corners. */
function pathOf(points: readonly Point[]): string {
  return points
    .map((point, index) => {
      const [previous, next] = [points[index - 1], points[index + 1]];
      if (!previous) return `M${point.x} ${point.y}`;
      if (!next) return `L${point.x} ${point.y}`;
      const before = towards(point, previous);
      const after = towards(point, next);
      return `L${before.x} ${before.y}Q${point.x} ${point.y} ${after.x} ${after.y}`;
    })
    .join("");
}

function towards(from: Point, to: Point): Point {
  const length = Math.hypot(to.x - from.x, to.y - from.y);
  const share = length === 0 ? 0 : Math.min(RADIUS, length / 2) / length;
  return { x: round(from.x + (to.x - from.x) * share), y: round(from.y + (to.y - from.y) * share) };
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}

/** On the last stretch, half-way. */
function drawCross(points: readonly Point[]): Markup {
  const [from, to] = [points.at(-2), points.at(-1)];
  if (!from || !to) return markup``;
  const [x, y] = [(from.x + to.x) / 2, (from.y + to.y) / 2];
  return markup`<path class="cross" d="M${x - 5} ${y - 5}L${x + 5} ${y + 5}M${x + 5} ${y - 5}L${x - 5} ${y + 5}"/>`;
}
