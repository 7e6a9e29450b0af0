import { addressCount, contains, formatPrefix, freeBlocks } from "../../ip/index.ts";
import { areaTitle } from "../map/area-title.ts";
import { countOf } from "../map/format-count.ts";
import { groupBy } from "../map/group-by.ts";
import { type Markup, markup } from "../map/markup.ts";
import { UNKNOWN_REGION } from "../map/picture.ts";
import type { Addresses, NetworkRanges, Subject } from "../subject.ts";
import { addressBar, type Block, percentOf } from "./address-bar.ts";
import { networkRows } from "./network-rows.ts";

/** More networks than this are folded away, region by region. */
const MOST_OPEN = 60;

/** What each network has, what is left of it, and what is left to plan from. */
export function addressSection({ addresses }: Subject): Markup {
  const { networks, others } = addresses;
  const byRegion = [...groupBy(networks, ({ region }) => region ?? UNKNOWN_REGION)];
  const blocks: readonly Block[] = [...networks, ...others].flatMap(({ name, ranges }) =>
    ranges.map(({ prefix }) => ({ name, prefix })),
  );
  return markup`<section id="addresses" aria-labelledby="addresses-heading">
<h2 id="addresses-heading">Addresses</h2>
${networks.length === 0 ? markup`<p class="empty">There is no virtual network.</p>` : ""}
${spaces(addresses, blocks)}
${byRegion.map(([region, those]) => regionTable(region, those, networks.length <= MOST_OPEN))}
</section>`;
}

function spaces({ spaces: whole, regionBlocks }: Addresses, taken: readonly Block[]): Markup {
  const inside = (prefix: Block["prefix"]) => taken.filter((block) => contains(prefix, block.prefix));
  const rows = [
    ...whole.map(({ prefix, region }) => ({
      name: region === undefined ? "Address space" : `Address space of ${nameOf(region)}`,
      prefix,
    })),
    ...regionBlocks
      .filter(({ prefix }) => !whole.some((space) => formatPrefix(space.prefix) === formatPrefix(prefix)))
      .map(({ region, prefix }) => ({ name: nameOf(region), prefix })),
  ];
  if (rows.length === 0) return markup``;

  return markup`<h3>Address space</h3>
<p class="lead">To scale: <span class="key taken"></span> networks, <span class="key free"></span> free.</p>
<ul class="spaces">${rows.map(({ name, prefix }) => {
    const blocks = inside(prefix);
    const free = freeBlocks(
      [prefix],
      blocks.map((block) => block.prefix),
    );
    const share = free.reduce((sum, block) => sum + addressCount(block), 0) / addressCount(prefix);
    return markup`<li><p><b>${name}</b> <code>${formatPrefix(prefix)}</code> <span class="note">${countOf(blocks.length, "range")} taken, ${percentOf(share)} free</span></p>${addressBar(prefix, blocks)}</li>
`;
  })}</ul>`;
}

function nameOf(region: string): string {
  return areaTitle(region, 0).name;
}

function regionTable(region: string, networks: readonly NetworkRanges[], isOpen: boolean): Markup {
  const tellsFrom = networks.some(({ ranges }) => ranges.some(({ from }) => from !== undefined));
  const heading = markup`<h3>${nameOf(region)}</h3>`;
  const table = markup`<div class="scroll" role="region" aria-label="${`Addresses in ${nameOf(region)}`}" tabindex="0">
<table class="addresses">
<caption>${countOf(networks.length, "virtual network")} in ${nameOf(region)}, with subnets. Usable: without the five addresses that Azure keeps in each subnet.</caption>
<thead><tr><th scope="col">Name</th><th scope="col">Range</th>${tellsFrom ? markup`<th scope="col">From</th>` : ""}<th scope="col" class="number">Usable</th></tr></thead>
${networks.map((network) => networkRows(network, tellsFrom))}</table></div>`;
  return isOpen
    ? markup`${heading}
${table}
`
    : markup`${heading}
<details><summary>${countOf(networks.length, "virtual network")}</summary>
${table}</details>
`;
}
