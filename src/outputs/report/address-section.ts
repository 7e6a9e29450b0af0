import type { Design } from "../../design.ts";
import { addressCount, contains, formatPrefix, freeBlocks } from "../../ip/index.ts";
import type { NetworkPlan } from "../../model/address-plan.ts";
import { areaTitle } from "../map/area-title.ts";
import { countOf } from "../map/format-count.ts";
import { groupBy } from "../map/group-by.ts";
import { type Markup, markup } from "../map/markup.ts";
import { UNKNOWN_REGION } from "../map/picture.ts";
import { addressBar, type Block, percentOf } from "./address-bar.ts";
import { networkRows } from "./network-rows.ts";

/** More networks than this are folded away, region by region. */
const MOST_OPEN = 60;

/** What each network has, what is left of it, and what is left to plan from. */
export function addressSection({ addresses, intent }: Design): Markup {
  const { networks } = addresses;
  const byRegion = [...groupBy(networks, ({ network }) => network.region ?? UNKNOWN_REGION)];
  const named = [
    ...networks.map(({ network, addressSpace }) => ({ name: network.name, addressSpace })),
    ...(addresses.clientPools ?? []).map(({ users, addressSpace }) => ({ name: users, addressSpace })),
    ...(addresses.natRanges ?? []).map(({ site, addressSpace }) => ({ name: site, addressSpace })),
  ];
  const blocks: readonly Block[] = named.flatMap(({ name, addressSpace }) =>
    addressSpace.map(({ prefix }) => ({ name, prefix })),
  );
  return markup`<section id="addresses" aria-labelledby="addresses-heading">
<h2 id="addresses-heading">Addresses</h2>
${networks.length === 0 ? markup`<p class="empty">The design has no virtual network.</p>` : ""}
${spaces(
  intent.pools.map(({ prefix, region }) => ({ prefix, of: region })),
  addresses.regionBlocks,
  blocks,
)}
${byRegion.map(([region, plans]) => regionTable(region, plans, networks.length <= MOST_OPEN))}
</section>`;
}

function spaces(
  pools: readonly { readonly prefix: Block["prefix"]; readonly of: string | undefined }[],
  regionBlocks: Design["addresses"]["regionBlocks"],
  taken: readonly Block[],
): Markup {
  const inside = (prefix: Block["prefix"]) => taken.filter((block) => contains(prefix, block.prefix));
  const rows = [
    ...pools.map(({ prefix, of }) => ({
      name: of === undefined ? "Address space" : `Address space of ${nameOf(of)}`,
      prefix,
    })),
    ...regionBlocks
      .filter(({ prefix }) => !pools.some((pool) => formatPrefix(pool.prefix) === formatPrefix(prefix)))
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

function regionTable(region: string, plans: readonly NetworkPlan[], isOpen: boolean): Markup {
  const heading = markup`<h3>${nameOf(region)}</h3>`;
  const table = markup`<div class="scroll" role="region" aria-label="${`Addresses in ${nameOf(region)}`}" tabindex="0">
<table class="addresses">
<caption>${countOf(plans.length, "virtual network")} in ${nameOf(region)}, with subnets. Usable: without the five addresses that Azure keeps in each subnet.</caption>
<thead><tr><th scope="col">Name</th><th scope="col">Range</th><th scope="col">From</th><th scope="col" class="number">Usable</th></tr></thead>
${plans.map(networkRows)}</table></div>`;
  return isOpen
    ? markup`${heading}
${table}
`
    : markup`${heading}
<details><summary>${countOf(plans.length, "virtual network")}</summary>
${table}</details>
`;
}
