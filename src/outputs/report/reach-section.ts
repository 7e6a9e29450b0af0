import { countOf, formatCount } from "../map/format-count.ts";
import { groupBy } from "../map/group-by.ts";
import { type Markup, markup, trusted } from "../map/markup.ts";
import type { PageData, PagePlace } from "./page-data.ts";
import { pageScript } from "./page-script.ts";
import type { Ways } from "./ways/build-page-data.ts";
import { countLeftOut } from "./ways/fail-each.ts";
import { MOST_ENDPOINTS } from "./ways/limits.ts";

/** Who reaches whom: in words for everybody, and as a matrix where scripts run. */
export function reachSection(ways: Ways | number): Markup {
  return markup`<section id="reach" aria-labelledby="reach-heading">
<h2 id="reach-heading">Who reaches whom</h2>
${typeof ways === "number" ? absent(ways) : present(ways)}
</section>`;
}

function absent(endpoints: number): Markup {
  if (endpoints < 2) return markup`<p class="empty">There are not two places with hosts to ask about.</p>`;
  return markup`<p class="empty">${formatCount(endpoints)} subnets, sites and groups of users are more than this page holds (${formatCount(MOST_ENDPOINTS)}). <code>isthmus trace</code> tells the way of any two.</p>`;
}

function present(ways: Ways): Markup {
  const { data, endpoints } = ways;
  return markup`<p class="lead">${countOf(endpoints, "place")} with hosts, any protocol. ${limitsOf(ways)}</p>
<div class="without-script">${inWords(data)}</div>
<div class="needs-script" hidden="">
<p class="note"><span class="keys-note">Arrow keys move, Enter or a click shows the way on the map.</span> ${legendOf(data)}</p>
<div class="matrix-holder" id="matrix"></div>
<p id="matrix-tells" class="matrix-tells"></p>
</div>
`;
}

/** What the page does not hold, plainly. */
function limitsOf({ isGrouped, untold, leftOut }: Ways): string {
  return [
    ...(isGrouped ? ["Places that fare alike share a row."] : []),
    ...(untold > 0 ? ["Of some pairs only the outcome is here; isthmus trace tells the way."] : []),
    ...(leftOut.length > 0
      ? [`Not tried here: the failure of ${countLeftOut(leftOut)}; isthmus trace --down tries them.`]
      : []),
  ].join(" ");
}

function legendOf({ outcomes, traces }: PageData): Markup {
  const used = new Set(traces.map(({ outcome }) => outcome));
  return markup`${outcomes
    .filter((_, index) => used.has(index))
    .map(
      ({ symbol, tone, words }) =>
        markup`<span class="look"><i class="${tone}">${symbol}</i> ${words}</span> `,
    )}`;
}

/** A row for each place, or those that fare alike, and each outcome. */
function inWords(data: PageData): Markup {
  const rows = [
    ...groupBy(data.answers, ([from, , , trace]) => `${from} ${data.traces[trace]?.outcome}`).values(),
  ];
  return markup`<div class="scroll" role="region" aria-label="Who reaches whom, in words" tabindex="0"><table class="cards">
<thead><tr><th scope="col">From</th><th scope="col">Outcome</th><th scope="col">To</th></tr></thead>
<tbody>
${rows.map((answers) => {
  const [first] = answers;
  const outcome = data.outcomes[data.traces[first?.[3] ?? -1]?.outcome ?? -1];
  const to = answers.map(
    ([, group, together]) => `${namesOf(data, group)}${together ? " in its network" : ""}`,
  );
  return markup`<tr><th scope="row">${namesOf(data, first?.[0] ?? -1)}</th><td data-label="Outcome">${outcome?.symbol} ${outcome?.words}</td><td data-label="To">${to.join("; ")}</td></tr>
`;
})}</tbody></table></div>`;
}

const MOST_NAMES = 6;

function namesOf({ places }: PageData, group: number): string {
  const names = places.filter((place: PagePlace) => place.group === group).map(({ name }) => name);
  const more = names.length - MOST_NAMES;
  return more > 1 ? `${names.slice(0, MOST_NAMES).join(", ")} and ${more} more` : names.join(", ");
}

/** The last of the page. JSON in which nothing can end the element that holds it. */
export function scriptsOf(ways: Ways | number): Markup {
  if (typeof ways === "number") return markup``;
  const json = JSON.stringify(ways.data).replace(/[<>&\u2028\u2029]/g, escapeOf);
  return markup`<script type="application/json" id="ways-data">${trusted(json)}</script>
<script>${trusted(pageScript.text)}</script>
`;
}

function escapeOf(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`;
}
