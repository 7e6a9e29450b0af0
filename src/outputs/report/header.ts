import { countBySeverity } from "../../diagnostics/count-by-severity.ts";
import { formatMoney } from "../../model/money.ts";
import { countOf, formatCount } from "../map/format-count.ts";
import { type Markup, markup } from "../map/markup.ts";
import type { Subject } from "../subject.ts";
import { rangeOfRates } from "./range-of-rates.ts";

/** The name and the few numbers that matter. */
export function headerOf(subject: Subject): Markup {
  const { name, description, addresses, decisions, price } = subject;
  const perGigabyte = rangeOfRates(price.connections);
  return markup`<header class="page">
<p class="kind">Azure network${decisions ? " design" : ""}</p>
<h1>${name}</h1>
${description === undefined ? "" : markup`<p class="description">${description}</p>`}
<dl class="numbers">
${figure("Networks", formatCount(addresses.networks.length), regionsOf(subject))}
${connectionFigure(subject)}
${price.monthly ? figure("Monthly price", formatMoney(price.monthly), decisions ? "for the traffic given" : "without traffic, which nobody gave") : figure("Price per GB", perGigabyte ?? "–", "no traffic given")}
${findingFigure(subject)}
</dl>
<nav aria-label="Sections"><ul><li><a href="#map">Map</a></li><li><a href="#reach">Reach</a></li>${decisions ? markup`<li><a href="#decisions">Decisions</a></li>` : ""}<li><a href="#addresses">Addresses</a></li><li><a href="#price">Price</a></li><li><a href="#findings">Findings</a></li></ul></nav>
</header>`;
}

function figure(name: string, value: string, note: string, isBad = false): Markup {
  return markup`<div><dt>${name}</dt><dd><strong>${value}</strong> <span${isBad ? markup` class="bad"` : ""}>${note}</span></dd></div>`;
}

/** Of a design what was asked for; of networks that exist what is there. */
function connectionFigure({ decisions, connections }: Subject): Markup {
  if (!decisions) {
    const notUp = connections.filter(({ state }) => state !== "up").length;
    const words = notUp > 0 ? `${formatCount(notUp)} not up` : "all up";
    return figure("Connections", formatCount(connections.length), connections.length === 0 ? "" : words);
  }
  const impossible = decisions.filter(({ status }) => status === "impossible").length;
  return figure(
    "Connections",
    formatCount(decisions.length - impossible),
    impossible > 0 ? `${formatCount(impossible)} impossible` : "all decided",
    impossible > 0,
  );
}

function regionsOf({ addresses }: Subject): string {
  const regions = new Set(addresses.networks.flatMap(({ region }) => region ?? []));
  return `in ${countOf(regions.size, "region")}`;
}

function findingFigure({ diagnostics }: Subject): Markup {
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
