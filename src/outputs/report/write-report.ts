import { composePicture } from "../map/draw-map.ts";
import { type Markup, markup, trusted } from "../map/markup.ts";
import type { Subject } from "../subject.ts";
import { addressSection } from "./address-section.ts";
import { decisionSection } from "./decision-section.ts";
import { findingSection } from "./finding-section.ts";
import { headerOf } from "./header.ts";
import { mapSection } from "./map-section.ts";
import { pageScript } from "./page-script.ts";
import { priceSection } from "./price-section.ts";
import { reachSection, scriptsOf } from "./reach-section.ts";
import { reportStyle } from "./report-style.ts";
import { buildPageData } from "./ways/build-page-data.ts";
import { waysStyle } from "./ways-style.ts";

/** No fetch, and of scripts the page's own: what the file holds is all that a browser may load, whatever names hold. */
const POLICY = `default-src 'none'; script-src 'sha256-${pageScript.sha256}'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'`;

export function writeReport(subject: Subject): Markup {
  const { name, decisions } = subject;
  const picture = composePicture(subject.estate, subject.connections, subject.namedHubs);
  const ways = buildPageData(subject, picture);
  return markup`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${POLICY}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<title>${name} · network${decisions ? " design" : ""}</title>
<style>${trusted(reportStyle)}${trusted(waysStyle)}</style>
</head>
<body>
<a class="skip" href="#content">Skip to the content</a>
${headerOf(subject)}
<main id="content">
${mapSection(subject, picture, ways)}
${reachSection(ways)}
${decisions ? decisionSection(decisions) : ""}
${addressSection(subject)}
${priceSection(subject)}
${findingSection(subject)}
</main>
<footer><p>Written by Isthmus. Prices are list prices without discounts, read on the dates given.</p></footer>
${scriptsOf(ways)}</body>
</html>
`;
}
