import type { Design } from "../../design.ts";
import { composePicture, drawMap } from "../map/draw-map.ts";
import { type Markup, markup, trusted } from "../map/markup.ts";
import { namedHubs } from "../map/named-hubs.ts";
import { addressSection } from "./address-section.ts";
import { decisionSection } from "./decision-section.ts";
import { findingSection } from "./finding-section.ts";
import { headerOf } from "./header.ts";
import { priceSection } from "./price-section.ts";
import { reportStyle } from "./report-style.ts";

/** No script, no fetch: what the file holds is all that a browser may load. */
const POLICY =
  "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'";

export function writeReport(design: Design): Markup {
  const name = design.intent.name;
  return markup`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${POLICY}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<title>${name} · network design</title>
<style>${trusted(reportStyle)}</style>
</head>
<body>
<a class="skip" href="#content">Skip to the content</a>
${headerOf(design)}
<main id="content">
<section id="map" aria-labelledby="map-heading">
<h2 id="map-heading">Map</h2>
<div class="scroll map" role="region" aria-label="Network map" tabindex="0">
${drawMap(composePicture(design.estate, design.connections, namedHubs(design)), name, "bare")}</div>
</section>
${decisionSection(design)}
${addressSection(design)}
${priceSection(design)}
${findingSection(design)}
</main>
<footer><p>Written by Isthmus. Prices are list prices without discounts, read on the dates given.</p></footer>
</body>
</html>
`;
}
