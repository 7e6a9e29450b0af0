import type { Design } from "../../design.ts";
import { countBySeverity } from "../../diagnostics/count-by-severity.ts";
import { formatMoney } from "../../model/money.ts";
import { countOf, formatCount } from "../map/format-count.ts";
import { type Markup, markup } from "../map/markup.ts";
import { rangeOfRates } from "./range-of-rates.ts";

/** The name and the few numbers that matter. */
export function headerOf(design: Design): Markup {
  const { intent, addresses, decisions, price } = design;
  const impossible = decisions.filter(({ status }) => status === "impossible").length;
  const made = decisions.length - impossible;
  const perGigabyte = rangeOfRates(price.connections);
  return markup`<header class="page">
<p class="kind">Azure network design</p>
<h1>${intent.name}</h1>
${intent.description === undefined ? "" : markup`<p class="description">${intent.description}</p>`}
<dl class="numbers">
${figure("Networks", formatCount(addresses.networks.length), regionsOf(design))}
${figure("Connections", formatCount(made), impossible > 0 ? `${formatCount(impossible)} impossible` : "all decided", impossible > 0)}
${price.monthly ? figure("Monthly price", formatMoney(price.monthly), "for the traffic given") : figure("Price per GB", perGigabyte ?? "–", "no traffic given")}
${findingFigure(design)}
</dl>
<nav aria-label="Sections"><ul><li><a href="#map">Map</a></li><li><a href="#reach">Reach</a></li><li><a href="#decisions">Decisions</a></li><li><a href="#addresses">Addresses</a></li><li><a href="#price">Price</a></li><li><a href="#findings">Findings</a></li></ul></nav>
</header>`;
}

function figure(name: string, value: string, note: string, isBad = false): Markup {
  return markup`<div><dt>${name}</dt><dd><strong>${value}</strong> <span${isBad ? markup` class="bad"` : ""}>${note}</span></dd></div>`;
}

function regionsOf({ addresses }: Design): string {
  const regions = new Set(addresses.networks.flatMap(({ network }) => network.region ?? []));
  return `in ${countOf(regions.size, "region")}`;
}

function findingFigure({ diagnostics }: Design): Markup {
  const { error, warning, info } = countBySeverity(diagnostics);
  const parts = [
    ...(error > 0 ? [countOf(error, "error")] : []),
    ...(warning > 0 ? [countOf(warning, "warning")] : []),
    ...(info > 0 ? [countOf(info, "note")] : []),
  ];
  return figure(
    "Findings",
    formatCount(diagnostics.length),
    parts.join(", ") || "nothing is wrong",
    error > 0,
  );
}
