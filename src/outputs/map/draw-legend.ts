import { rectangle } from "./draw-card.ts";
import { type Colours, wireClass } from "./draw-wire.ts";
import { formatCount } from "./format-count.ts";
import type { Box } from "./geometry.ts";
import { propertiesOf } from "./line-title.ts";
import { type Markup, markup, trusted } from "./markup.ts";
import { metrics } from "./metrics.ts";
import { oneLine } from "./one-line.ts";
import { type LineStyle, type Picture, UNKNOWN_REGION } from "./picture.ts";
import { textWidth } from "./text-width.ts";

interface Entry {
  readonly text: string;
  sample(x: number, y: number): Markup;
}

const SAMPLE = 34;
const ROW = 24;

/** Only what the picture has: each look of a line with its number, and the sorts of cards. */
export function drawLegend(
  picture: Picture,
  hasHub: boolean,
  colours: Colours,
  width: number,
): { readonly markup: Markup; readonly height: number } {
  const entries = [
    ...picture.tally.map(({ style, count }) => lineEntry(style, count, colours)),
    ...cardEntries(picture, hasHub),
  ];
  let [x, y] = [0, 0];
  const drawn = entries.map((entry) => {
    const needed = SAMPLE + 8 + textWidth(entry.text, metrics.detailSize) + 22;
    if (x > 0 && x + needed > width) [x, y] = [0, y + ROW];
    const item = markup`${entry.sample(x, y + 8)}<text class="muted" x="${x + SAMPLE + 8}" y="${y + 12}">${entry.text}</text>
`;
    x += needed;
    return item;
  });
  return { markup: markup`${drawn}`, height: entries.length === 0 ? 0 : y + ROW };
}

function lineEntry(style: LineStyle, count: number, colours: Colours): Entry {
  const state = style.state === "up" ? "" : `, ${style.state}`;
  return {
    text: `${oneLine(style.label)}${propertiesOf(style)}${state}: ${formatCount(count)}`,
    sample: (x, y) =>
      markup`<path class="${wireClass(style, colours)}" d="M${x} ${y}H${x + SAMPLE}"/>${
        style.encrypted ? markup`<path class="core" d="M${x} ${y}H${x + SAMPLE}"/>` : ""
      }${style.state === "down" ? markup`<path class="cross" d="M${x + 12} ${y - 5}l10 10m0 -10l-10 10"/>` : ""}`,
  };
}

function cardEntries({ cards }: Picture, hasHub: boolean): readonly Entry[] {
  const has = (test: (card: Picture["cards"][number]) => boolean) => cards.some(test);
  const all: readonly (Entry & { readonly shown: boolean })[] = [
    { shown: hasHub, text: "hub", sample: swatch("card hub", 4) },
    {
      shown: has(({ existing }) => existing),
      text: "existing, never redeployed",
      sample: swatch("card existing", 4),
    },
    { shown: has(({ count }) => count > 1), text: "several that are connected alike", sample: stackSample },
    { shown: has(({ type }) => type === "site"), text: "site", sample: siteSample },
    {
      shown: has(({ type }) => type === "p2sUsers"),
      text: "users on single devices",
      sample: swatch("card", 8),
    },
    {
      shown: has(({ type, area }) => type === "absent" && area === UNKNOWN_REGION),
      text: "not in this estate",
      sample: swatch("card absent", 4),
    },
  ];
  return all.filter(({ shown }) => shown);
}

function swatch(className: string, radius: number): Entry["sample"] {
  return (x, y) => rectangle(className, swatchBox(x, y), radius);
}

function swatchBox(x: number, y: number): Box {
  return { x, y: y - 8, width: SAMPLE, height: 16 };
}

function stackSample(x: number, y: number): Markup {
  const box = swatchBox(x, y - 2);
  return markup`${rectangle("card", { ...box, x: x + 4, y: box.y + 4, width: SAMPLE - 4 }, 4)}${rectangle("card", { ...box, width: SAMPLE - 4 }, 4)}`;
}

function siteSample(x: number, y: number): Markup {
  return markup`${rectangle("card", swatchBox(x, y), 1)}${trusted(`<rect class="side" x="${x}" y="${y - 8}" width="4" height="16"/>`)}`;
}
