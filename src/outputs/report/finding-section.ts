import type { Diagnostic, Severity } from "../../diagnostics/diagnostic.ts";
import type { Origin } from "../../source/origin.ts";
import { countOf } from "../map/format-count.ts";
import { groupBy } from "../map/group-by.ts";
import { type Markup, markup } from "../map/markup.ts";
import type { Subject } from "../subject.ts";

const RANKS: Readonly<Record<Severity, number>> = { error: 0, warning: 1, info: 2 };

/** Of one rule, more findings than this are folded away. */
const MOST_OPEN = 8;

/** What is wrong or will be, the worst first. */
export function findingSection({ diagnostics }: Subject): Markup {
  const sorted = diagnostics.toSorted((a, b) => RANKS[a.severity] - RANKS[b.severity]);
  const groups = [...groupBy(sorted, ({ severity, rule }) => `${severity} ${rule}`).values()];
  return markup`<section id="findings" aria-labelledby="findings-heading">
<h2 id="findings-heading">Findings</h2>
${diagnostics.length === 0 ? markup`<p class="empty">Nothing is wrong here, as far as Isthmus knows.</p>` : ""}
${groups.map(ruleEntry)}
</section>`;
}

function ruleEntry(findings: readonly Diagnostic[]): Markup {
  const [first] = findings;
  if (!first) return markup``;
  const rest = findings.slice(MOST_OPEN);
  return markup`<article class="entry finding ${first.severity}">
<h3><span class="chip ${first.severity}">${first.severity}</span><code>${first.rule}</code></h3>
${findingList(findings.slice(0, MOST_OPEN))}
${rest.length === 0 ? "" : markup`<details><summary>${countOf(rest.length, "more", "more")}</summary>${findingList(rest)}</details>`}
</article>
`;
}

function findingList(findings: readonly Diagnostic[]): Markup {
  return markup`<ul class="findings">${findings.map(findingItem)}</ul>`;
}

function findingItem({ message, hint, origin, related = [] }: Diagnostic): Markup {
  return markup`<li><p>${message}</p>${hint === undefined ? "" : markup`<p class="hint">${hint}</p>`}${placeText(origin)}${related.map(
    (other) => markup`<p class="place">${other.message}: ${pathText(other.origin)}</p>`,
  )}</li>
`;
}

function placeText(origin: Origin): Markup {
  return markup`<p class="place">${pathText(origin)}</p>`;
}

/** The file by its name alone: where it lies on somebody's machine is nobody else's business. */
function pathText({ file, path }: Origin): Markup {
  const name = file.slice(Math.max(file.lastIndexOf("/"), file.lastIndexOf("\\")) + 1);
  return markup`<code>${[name, path.map(String).join(" › ")].filter((part) => part !== "").join(": ")}</code>`;
}
