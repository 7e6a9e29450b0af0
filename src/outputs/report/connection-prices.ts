import { formatMoney } from "../../model/money.ts";
import { nameOfId } from "../../model/name-of-id.ts";
import type { ConnectionPrice } from "../../prices/price-connection.ts";
import { countOf, formatCount } from "../map/format-count.ts";
import { groupBy } from "../map/group-by.ts";
import { type Markup, markup } from "../map/markup.ts";

/** More rows than this are folded away. */
const MOST_OPEN = 25;

/** One row for each hub and price: four hundred spokes that cost the same are one sentence. */
export function connectionPrices(connections: readonly ConnectionPrice[]): Markup {
  const rows = [
    ...groupBy(connections, ({ connection, monthly, perGigabyte }) =>
      JSON.stringify([connection.label, connection.ends[0], monthly, perGigabyte]),
    ).values(),
  ];
  const table = markup`<div class="scroll" role="region" aria-label="Price of each connection" tabindex="0">
<table class="cards">
<caption>Each connection</caption>
<thead><tr><th scope="col">Connection</th><th scope="col">What</th><th scope="col" class="number">A GB there</th><th scope="col" class="number">A GB back</th><th scope="col" class="number">A month</th></tr></thead>
<tbody>
${rows.map(priceRow)}</tbody>
</table></div>`;
  return rows.length <= MOST_OPEN
    ? table
    : markup`<details><summary>${countOf(connections.length, "connection")}</summary>
${table}</details>`;
}

function priceRow(prices: readonly ConnectionPrice[]): Markup {
  const [first] = prices;
  if (!first) return markup``;
  const { connection, perGigabyte, monthly } = first;
  const others = prices.map((price) => nameOfId(price.connection.ends[1]));
  return markup`<tr><th scope="row">${nameOfId(connection.ends[0])} – ${endsText(others)}</th>
<td data-label="What">${connection.label}${prices.length > 1 ? `, ${countOf(prices.length, "connection")}` : ""}</td>
<td class="number" data-label="A GB there">${formatMoney(perGigabyte.there)}</td>
<td class="number" data-label="A GB back">${formatMoney(perGigabyte.back)}</td>
<td class="number" data-label="A month">${monthly ? `${formatMoney(monthly)}${prices.length > 1 ? " each" : ""}` : "depends on traffic"}</td></tr>
`;
}

function endsText(names: readonly string[]): Markup {
  return names.length <= 8
    ? markup`${names.join(", ")}`
    : markup`<details><summary>${names[0]} … ${names.at(-1)}, ${formatCount(names.length)} in all</summary>${names.join(", ")}</details>`;
}
