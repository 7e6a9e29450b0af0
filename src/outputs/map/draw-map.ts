import type { RecognisedConnection } from "../../model/connection-kind.ts";
import type { Estate } from "../../model/estate.ts";
import { areaTitle } from "./area-title.ts";
import { describePicture } from "./describe-picture.ts";
import { drawCard, rectangle } from "./draw-card.ts";
import { drawLegend } from "./draw-legend.ts";
import { coloursOf, drawWire } from "./draw-wire.ts";
import { foldMeshes } from "./find-meshes.ts";
import { layOut } from "./lay-out.ts";
import type { PlacedArea, PlacedText } from "./layout.ts";
import { mapStyle } from "./map-style.ts";
import { type Markup, markup, trusted } from "./markup.ts";
import { metrics } from "./metrics.ts";
import { oneLine } from "./one-line.ts";
import { OUTSIDE_AZURE, type Picture } from "./picture.ts";
import { readPicture } from "./read-picture.ts";
import { stackAlike } from "./stack-alike.ts";
import { fitText } from "./text-width.ts";

/** What the map shows, in as few cards and lines as say it all. */
export function composePicture(estate: Estate, connections: readonly RecognisedConnection[]): Picture {
  return stackAlike(foldMeshes(readPicture(estate, connections)));
}

/** An SVG of the picture. Without a heading where it stands in a page that has one. */
export function drawMap(picture: Picture, name: string, heading: "with heading" | "bare"): Markup {
  const layout = layOut(picture);
  const colours = coloursOf(picture.tally.map(({ style }) => style.label));
  const title = oneLine(name);
  const description = describePicture(picture);
  const top = heading === "bare" ? 0 : 58;
  const hasHub = layout.cards.some(({ card, isHub }) => isHub && card.type === "virtualNetwork");
  const legend = drawLegend(picture, hasHub, colours, layout.width - 2 * metrics.page);
  const height = top + layout.height + legend.height + (legend.height > 0 ? metrics.page / 2 : 0);
  const room = layout.width - 2 * metrics.page;

  return markup`<svg xmlns="http://www.w3.org/2000/svg" class="isthmus-map" viewBox="0 0 ${layout.width} ${height}" width="${layout.width}" height="${height}" role="img" aria-labelledby="map-title map-description">
<title id="map-title">Network map of ${title}</title>
<desc id="map-description">${description}</desc>
<style>${trusted(mapStyle)}</style>
<rect class="canvas" width="${layout.width}" height="${height}"/>
${
  heading === "bare"
    ? ""
    : markup`<text class="heading" x="${metrics.page}" y="42">${fitText(title, 20, room)}</text>
<text class="muted" x="${metrics.page}" y="64">${fitText(description, metrics.detailSize, room)}</text>`
}
<g transform="translate(0 ${top})">
${layout.areas.map(drawArea)}
${layout.wires.map((wire) => drawWire(wire, colours))}
${layout.cards.map(drawCard)}
${layout.notes.map(drawNote)}
</g>
<g transform="translate(${metrics.page} ${top + layout.height - metrics.page / 2})">${legend.markup}</g>
</svg>
`;
}

function drawArea({ area, box, count }: PlacedArea): Markup {
  const { name, note } = areaTitle(area, count);
  const shown = fitText(name, metrics.nameSize, box.width - 40);
  const x = box.x + 18;
  return markup`${rectangle(area === OUTSIDE_AZURE ? "area outside" : "area", box, 12)}<text class="name" x="${x}" y="${box.y + 24}">${shown} <tspan class="muted" font-weight="400" font-size="11.5" dx="6">${note}</tspan></text>
`;
}

function drawNote({ text, box, onLine }: PlacedText): Markup {
  return markup`${onLine ? rectangle("ground", box, 8) : ""}<text class="label" x="${
    onLine ? box.x + box.width / 2 : box.x
  }" y="${box.y + 12}"${trusted(onLine ? ' text-anchor="middle"' : "")}>${text}</text>
`;
}

