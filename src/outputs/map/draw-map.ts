import type { RecognisedConnection } from "../../model/connection-kind.ts";
import type { Estate } from "../../model/estate.ts";
import { areaTitle } from "./area-title.ts";
import { describePicture, summarisePicture } from "./describe-picture.ts";
import { drawCard, rectangle } from "./draw-card.ts";
import { drawLegend } from "./draw-legend.ts";
import { coloursOf, drawWire } from "./draw-wire.ts";
import { foldMeshes } from "./find-meshes.ts";
import { cross } from "./geometry.ts";
import { layOut } from "./lay-out.ts";
import type { PlacedArea, PlacedText } from "./layout.ts";
import { mapStyle } from "./map-style.ts";
import { type Markup, markup, trusted } from "./markup.ts";
import { metrics } from "./metrics.ts";
import { oneLine } from "./one-line.ts";
import { type Line, OUTSIDE_AZURE, type Picture } from "./picture.ts";
import { readPicture } from "./read-picture.ts";
import { stackAlike } from "./stack-alike.ts";
import { fitText } from "./text-width.ts";

/** What the map shows, in as few cards and lines as say it all. */
export function composePicture(
  estate: Estate,
  connections: readonly RecognisedConnection[],
  namedHubs?: ReadonlySet<string>,
): Picture {
  return stackAlike(foldMeshes(readPicture(estate, connections, namedHubs)));
}

/** Every line that may be drawn; those of a mesh are where it is a ring. */
export function drawableLines({ lines, meshes }: Picture): readonly Line[] {
  return [...lines, ...[...meshes.values()].flat()];
}

/** An SVG of the picture. In a page: without a heading, for that has one, and with numbers for its script. */
export function drawMap(picture: Picture, name: string, place: "alone" | "in a page"): Markup {
  const layout = layOut(picture);
  const colours = coloursOf(picture.tally.map(({ style }) => style.label));
  const title = oneLine(name);
  const description = describePicture(picture);
  const { bounds } = layout;
  const width = Math.max(bounds.width, metrics.narrowestPage);
  const room = width - 2 * metrics.page;
  const alone = place === "alone";
  const top = alone ? 48 : 0;
  const numberOfLine = alone ? undefined : numbersOf(drawableLines(picture));
  const numberOfCard = alone ? undefined : numbersOf(picture.cards);
  const hasHub = layout.cards.some(({ card, isHub }) => isHub && card.type === "virtualNetwork");
  const legend = drawLegend(picture, hasHub, colours, room);
  const height = Math.ceil(top + bounds.height + legend.height);

  return markup`<svg xmlns="http://www.w3.org/2000/svg" class="isthmus-map" style="--natural-width:${width}" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" aria-labelledby="map-title map-description">
<title id="map-title">Network map of ${title}</title>
<desc id="map-description">${description}</desc>
<style>${trusted(mapStyle)}</style>
<rect class="canvas" width="${width}" height="${height}"/>
${
  alone
    ? markup`<text class="heading" x="${metrics.page}" y="42">${fitText(title, 20, room)}</text>
<text class="muted" x="${metrics.page}" y="64">${fitText(summarisePicture(picture), metrics.detailSize, room)}</text>`
    : ""
}
<g transform="translate(${(width - bounds.width) / 2 - bounds.x} ${top - bounds.y})">
${layout.areas.map(drawArea)}
${layout.wires.map((wire) => drawWire(wire, colours, numberOfLine))}
${layout.cards.map((card) => drawCard(card, numberOfCard?.get(card.card)))}
${layout.notes.map((note) => drawNote(note, layout.areas))}
</g>
<g transform="translate(${metrics.page} ${top + bounds.height - metrics.page / 2})">${legend.markup}</g>
</svg>
`;
}

function numbersOf<T>(things: readonly T[]): ReadonlyMap<T, number> {
  return new Map(things.map((thing, index) => [thing, index]));
}

function drawArea({ area, box, count }: PlacedArea): Markup {
  const { name, note } = areaTitle(area, count);
  const shown = fitText(name, metrics.nameSize, box.width - 40);
  const x = box.x + 18;
  return markup`${rectangle(area === OUTSIDE_AZURE ? "area outside" : "area", box, 12)}<text class="name" x="${x}" y="${box.y + 24}">${shown} <tspan class="muted" font-weight="400" font-size="11.5" dx="6">${note}</tspan></text>
`;
}

/** Words on a line interrupt it. */
function drawNote({ text, box, onLine }: PlacedText, areas: readonly PlacedArea[]): Markup {
  const x = onLine ? box.x + box.width / 2 : box.x;
  const under = areas.find((area) => cross(area.box, box));
  const ground = !under ? "ground open" : under.area === OUTSIDE_AZURE ? "ground outside" : "ground";
  return markup`${onLine ? rectangle(ground, box, 4) : ""}<text class="${onLine ? "label on-line" : "label"}" x="${x}" y="${box.y + 12}">${text}</text>
`;
}
