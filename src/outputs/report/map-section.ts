import { drawMap } from "../map/draw-map.ts";
import { type Markup, markup } from "../map/markup.ts";
import type { Picture } from "../map/picture.ts";
import type { Subject } from "../subject.ts";
import type { Ways } from "./ways/build-page-data.ts";

/** The map; around it, for a browser that runs scripts, what to choose and what comes of it. */
export function mapSection({ name }: Subject, picture: Picture, ways: Ways | number): Markup {
  const hasWays = typeof ways !== "number";
  return markup`<section id="map" aria-labelledby="map-heading">
<h2 id="map-heading">Map</h2>
${hasWays ? controls() : ""}<div class="scroll map" role="region" aria-label="Network map" tabindex="0">
${drawMap(picture, name, "in a page")}</div>
${hasWays ? answers() : ""}</section>`;
}

function controls(): Markup {
  return markup`<div class="ways-ask needs-script" hidden="">
<p><label for="ways-from">From</label><select id="ways-from"><option value="">choose …</option></select></p>
<button type="button" id="ways-swap" aria-label="Swap from and to" title="Swap from and to">⇄</button>
<p><label for="ways-to">To</label><select id="ways-to"><option value="">choose …</option></select></p>
<p><label for="ways-down">While this is down</label><select id="ways-down"><option value="">nothing, all is up</option></select></p>
<button type="button" id="ways-reset">Reset</button>
</div>
<p id="ways-says" class="ways-says needs-script" role="status" hidden=""></p>
<div class="ways-colours needs-script" hidden="">
<div id="ways-colours" role="group" aria-label="Colour lines by">
<span aria-hidden="true">Colour by</span> ${COLOURS.map(([by, name], index) => markup`<button type="button" data-by="${by}" aria-pressed="${index === 0 ? "true" : "false"}">${name}</button>`)}
</div>
${COLOURS.map(
  (
    [by, , looks],
    index,
  ) => markup`<p class="legend" data-legend="${by}"${index === 0 ? "" : markup` hidden=""`}>${looks.map(([look, words]) => markup`<span><i class="${look}"></i>${words}</span> `)}</p>
`,
)}</div>
`;
}

type Look = readonly [look: string, words: string];

const COLOURS: readonly (readonly [by: string, name: string, looks: readonly Look[]])[] = [
  ["kind", "kind", [["plain", "each kind of connection has its colour, below the map"]]],
  [
    "encrypted",
    "encrypted",
    [
      ["double good", "encrypted"],
      ["plain bad", "in the clear"],
    ],
  ],
  [
    "internet",
    "internet",
    [
      ["dashed warn", "across the internet"],
      ["plain good", "not"],
    ],
  ],
  [
    "broken",
    "broken",
    [
      ["dotted bad", "down"],
      ["dashed warn", "in part"],
      ["plain quiet", "works"],
    ],
  ],
];

function answers(): Markup {
  return markup`<div class="needs-script" hidden="">
<div id="ways-failure" class="ways-failure" role="region" aria-label="What the failure changes" hidden=""></div>
<div id="ways-answer" class="ways-answer" role="region" aria-label="The chosen way"></div>
</div>
`;
}
