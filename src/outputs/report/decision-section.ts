import type { Decision, Reason, Rejected } from "../../model/decision.ts";
import { formatMoney } from "../../model/money.ts";
import { countOf } from "../map/format-count.ts";
import { type Markup, markup } from "../map/markup.ts";
import { type DecisionGroup, groupDecisions } from "./group-decisions.ts";
import { sourceLink } from "./link.ts";
import { pairList } from "./pair-list.ts";

/** How each connection is made, why, and what was not taken. */
export function decisionSection(decisions: readonly Decision[]): Markup {
  const groups = groupDecisions(decisions);
  return markup`<section id="decisions" aria-labelledby="decisions-heading">
<h2 id="decisions-heading">Decisions</h2>
${
  groups.length === 0
    ? markup`<p class="empty">The file asks for no connection.</p>`
    : markup`<p class="lead">${countOf(decisions.length, "connection")}${groups.length < decisions.length ? `, told together where the reasons are the same` : ""}.</p>`
}
${groups.map(decisionEntry)}
</section>`;
}

const STATUS: Readonly<Record<Decision["status"], string>> = {
  chosen: "Chosen",
  userChose: "Asked for by name",
  impossible: "Impossible",
};

function decisionEntry({ example, decisions }: DecisionGroup): Markup {
  return markup`<article class="entry ${example.status}">
<h3>${titleOf(decisions)}<span class="chip ${example.status}">${example.title ?? STATUS[example.status]}</span>${
    example.status === "userChose" ? markup`<span class="note">${STATUS.userChose}</span>` : ""
  }</h3>
${example.description === undefined ? "" : markup`<p class="description">${example.description}</p>`}
${decisions.length > 1 ? pairList(decisions) : priceLine(example)}
${reasonList(example.because)}
${example.rejected.length === 0 ? "" : rejectedList(example.rejected)}
</article>
`;
}

function titleOf(decisions: readonly Decision[]): string {
  const [first] = decisions;
  if (first && decisions.length === 1) return first.between.join(" – ");
  const isShared = decisions.every(({ between }) => between[0] === first?.between[0]);
  return isShared && first
    ? `${first.between[0]} – ${decisions.length} others`
    : countOf(decisions.length, "connection");
}

function priceLine({ monthly, perGigabyte }: Decision): Markup {
  const rate = perGigabyte
    ? `${formatMoney(perGigabyte.there)} per GB there, ${formatMoney(perGigabyte.back)} back`
    : "";
  if (!monthly && !rate) return markup``;
  return markup`<p class="price">${monthly ? markup`<strong>${formatMoney(monthly)}</strong> a month` : ""}${monthly && rate ? " · " : ""}${rate}</p>`;
}

function reasonList(reasons: readonly Reason[]): Markup {
  return markup`<ul class="reasons">${reasons.map(
    ({ text, source }) =>
      markup`<li>${text}${source === undefined ? "" : markup` ${sourceLink(source)}`}</li>`,
  )}</ul>`;
}

function rejectedList(rejected: readonly Rejected[]): Markup {
  const names = rejected.map(({ title }) => title).join(", ");
  return markup`<details><summary>Not taken: ${names}</summary>
<dl class="rejected">${rejected.map(({ title, because }) => markup`<dt>${title}</dt><dd>${reasonList(because)}</dd>`)}</dl>
</details>`;
}
