import { formatMoney } from "../../model/money.ts";
import type { ConnectionPrice } from "../../prices/price-connection.ts";
import type { PriceItem } from "../../prices/price-items.ts";
import { countOf, formatCount } from "../map/format-count.ts";
import { type Markup, markup } from "../map/markup.ts";
import type { Subject } from "../subject.ts";
import { connectionPrices } from "./connection-prices.ts";
import { sourceLink } from "./link.ts";

/** What it costs, from which rates, and what nobody knows. */
export function priceSection({ price, notCounted }: Subject): Markup {
  const { connections, items, monthly, currency } = price;
  return markup`<section id="price" aria-labelledby="price-heading">
<h2 id="price-heading">Price</h2>
${
  items.length === 0
    ? markup`<p class="empty">No connection is billed: virtual networks and subnets cost nothing.</p>`
    : markup`<p class="lead">${leadOf(connections, monthly ? `${formatMoney(monthly)} a month for the traffic given` : undefined)}</p>
${unknowns(items)}
${rateTable(items, currency)}
${connectionPrices(connections)}`
}
${notCounted.length === 0 ? "" : markup`<p class="note">What joins no networks is not counted: ${notCounted.map(({ type, count }) => (count === 1 ? type : `${type} (${count})`)).join(", ")}.</p>`}
</section>`;
}

function leadOf(connections: readonly ConnectionPrice[], total: string | undefined): string {
  const without = connections.filter((connection) => !connection.monthly).length;
  const sentence = total === undefined ? "" : `${total}. `;
  if (without === 0) return sentence.trimEnd();
  return `${sentence}${without === connections.length ? "What is billed depends on traffic, and the file gives none" : `${countOf(without, "connection")} of ${formatCount(connections.length)} cost what their traffic costs, and the file gives none for them`}: rates per gigabyte are below.`;
}

function unknowns(items: readonly PriceItem[]): Markup {
  const missing = items.filter(({ rate }) => !rate);
  if (missing.length === 0) return markup``;
  const names = missing.map(
    ({ meter }) =>
      `${meter.productName}, ${meter.meterName}${meter.location === undefined ? "" : `, ${meter.location}`}`,
  );
  return markup`<p class="callout">No rate is known for ${names.join("; ")}. It is counted as nothing, and sums that hold it say “at least”.</p>`;
}

function rateTable(items: readonly PriceItem[], currency: string): Markup {
  return markup`<div class="scroll" role="region" aria-label="Rates" tabindex="0">
<table class="cards">
<caption>Meters and rates</caption>
<thead><tr><th scope="col">Meter</th><th scope="col" class="number">Quantity a month</th><th scope="col" class="number">Rate</th><th scope="col" class="number">Amount</th><th scope="col">Source</th></tr></thead>
<tbody>
${items.map((item) => rateRow(item, currency))}</tbody>
</table></div>`;
}

function rateRow(
  { meter, of, rate, quantity, uses, notGiven, monthly }: PriceItem,
  currency: string,
): Markup {
  const amount =
    quantity === undefined
      ? "depends on traffic"
      : monthly
        ? formatMoney({ ...monthly, atLeast: monthly.atLeast || notGiven > 0 })
        : "not known";
  const where = rate?.readFor === undefined ? meter.location : `${meter.location}, rate of ${rate.readFor}`;
  return markup`<tr><th scope="row">${meter.productName}<span class="sub">${meter.meterName}${where === undefined ? "" : ` · ${where}`} · ${of ?? countOf(uses, "use")}</span></th>
<td class="number" data-label="Quantity">${quantity === undefined ? "not given" : `${formatQuantity(quantity)} ${meter.unit}`}</td>
<td class="number" data-label="Rate">${rate ? `${rate.tiers ? "from " : ""}${currency} ${rate.amount} per ${rate.unit}` : "not known"}</td>
<td class="number" data-label="Amount">${amount}</td>
<td data-label="Source">${rate ? markup`${sourceLink(rate.source)}, read on ${rate.readOn}${rate.note === undefined ? "" : markup`<span class="sub">${rate.note}</span>`}` : "no page found"}</td></tr>
`;
}

/** Sums of decimal fractions without the noise of binary ones. */
function formatQuantity(quantity: number): string {
  const [whole = "", fraction] = String(Math.round(quantity * 1000) / 1000).split(".");
  return fraction === undefined ? formatCount(Number(whole)) : `${formatCount(Number(whole))}.${fraction}`;
}
