import type { Design } from "../../design.ts";
import { formatMoney, money } from "../../model/money.ts";
import type { ConnectionPrice } from "../../prices/price-connections.ts";
import { countOf, formatCount } from "../map/format-count.ts";
import { type Markup, markup } from "../map/markup.ts";
import { connectionPrices } from "./connection-prices.ts";
import { sourceLink } from "./link.ts";
import { type MeterTotal, totalByMeter } from "./total-by-meter.ts";

/** What it costs, from which rates, and what nobody knows. */
export function priceSection({ price }: Design): Markup {
  const { connections, monthly } = price;
  const totals = totalByMeter(connections);
  return markup`<section id="price" aria-labelledby="price-heading">
<h2 id="price-heading">Price</h2>
${
  connections.length === 0
    ? markup`<p class="empty">Nothing that is billed: virtual networks and subnets cost nothing.</p>`
    : markup`<p class="lead">${leadOf(connections, monthly ? `${formatMoney(monthly)} a month for the traffic given` : undefined)}</p>
${unknowns(totals)}
${rateTable(totals)}
${connectionPrices(connections)}`
}
</section>`;
}

function leadOf(connections: readonly ConnectionPrice[], total: string | undefined): string {
  const without = connections.filter((connection) => !connection.monthly).length;
  const sentence = total === undefined ? "" : `${total}. `;
  if (without === 0) return sentence.trimEnd();
  return `${sentence}${without === connections.length ? "What is billed depends on traffic, and the file gives none" : `${countOf(without, "connection")} of ${formatCount(connections.length)} cost what their traffic costs, and the file gives none for them`}: rates per gigabyte are below.`;
}

function unknowns(totals: readonly MeterTotal[]): Markup {
  const missing = totals.filter(({ rate }) => !rate);
  if (missing.length === 0) return markup``;
  const names = missing.map(
    ({ meter }) =>
      `${meter.productName}, ${meter.meterName}${meter.location === undefined ? "" : `, ${meter.location}`}`,
  );
  return markup`<p class="callout">No rate is known for ${names.join("; ")}. It is counted as nothing, and sums that hold it say “at least”.</p>`;
}

function rateTable(totals: readonly MeterTotal[]): Markup {
  return markup`<div class="scroll" role="region" aria-label="Rates" tabindex="0">
<table class="cards">
<caption>Meters and rates</caption>
<thead><tr><th scope="col">Meter</th><th scope="col" class="number">Quantity a month</th><th scope="col" class="number">Rate</th><th scope="col" class="number">Amount</th><th scope="col">Source</th></tr></thead>
<tbody>
${totals.map(rateRow)}</tbody>
</table></div>`;
}

function rateRow({ meter, rate, quantity, uses, unquantified }: MeterTotal): Markup {
  const amount =
    quantity === undefined
      ? "depends on traffic"
      : rate
        ? formatMoney(money(quantity * rate.amount, rate.currency, unquantified > 0))
        : "not known";
  return markup`<tr><th scope="row">${meter.productName}<span class="sub">${meter.meterName}${meter.location === undefined ? "" : ` · ${meter.location}`} · ${countOf(uses, "use")}</span></th>
<td class="number" data-label="Quantity">${quantity === undefined ? "not given" : `${formatQuantity(quantity)} ${meter.unit}`}</td>
<td class="number" data-label="Rate">${rate ? `${rate.currency} ${rate.amount} per ${rate.unit}` : "not known"}</td>
<td class="number" data-label="Amount">${amount}</td>
<td data-label="Source">${rate ? markup`${sourceLink(rate.source)}, read on ${rate.readOn}${rate.note === undefined ? "" : markup`<span class="sub">${rate.note}</span>`}` : "no page found"}</td></tr>
`;
}

/** Sums of decimal fractions without the noise of binary ones. */
function formatQuantity(quantity: number): string {
  const [whole = "", fraction] = String(Math.round(quantity * 1000) / 1000).split(".");
  return fraction === undefined ? formatCount(Number(whole)) : `${formatCount(Number(whole))}.${fraction}`;
}
