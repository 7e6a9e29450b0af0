import { addressCount, contains, formatPrefix, freeBlocks } from "../../ip/index.ts";
import { type Markup, markup } from "../map/markup.ts";
import type { NamedRange, NetworkRanges } from "../subject.ts";
import { addressBar, percentOf } from "./address-bar.ts";
import { usableText } from "./usable-addresses.ts";

/** A network, its subnets, and a bar for each of its ranges. */
export function networkRows({ name, notes, ranges, subnets }: NetworkRanges, tellsFrom: boolean): Markup {
  const blocks = subnets.flatMap((subnet) =>
    subnet.ranges.map(({ prefix }) => ({ name: subnet.name, prefix })),
  );
  return markup`<tbody>
<tr class="network"><th scope="rowgroup">${name}${notes.map(
    (note) => markup` <span class="note">${note}</span>`,
  )}</th>${cells(ranges, tellsFrom)}<td class="number" data-label="Free">${freeText(
    ranges,
    blocks.map(({ prefix }) => prefix),
  )}</td></tr>
${subnets.map(
  (subnet) =>
    markup`<tr><th scope="row">${subnet.name}</th>${cells(subnet.ranges, tellsFrom)}<td class="number" data-label="Usable">${usableText(subnet.ranges.map(({ prefix }) => prefix))}</td></tr>
`,
)}<tr class="bars"><td colspan="${tellsFrom ? 4 : 3}">${ranges.map(
    ({ prefix }) =>
      markup`${ranges.length > 1 ? markup`<code class="note">${formatPrefix(prefix)}</code>` : ""}${addressBar(
        prefix,
        blocks.filter((block) => contains(prefix, block.prefix)),
      )}`,
  )}</td></tr>
</tbody>
`;
}

function cells(ranges: readonly NamedRange[], tellsFrom: boolean): Markup {
  const from = [...new Set(ranges.map((range) => range.from))].join(", ");
  return markup`<td data-label="Range">${ranges.map(({ prefix }) => markup`<code>${formatPrefix(prefix)}</code> `)}</td>${tellsFrom ? markup`<td data-label="From">${from}</td>` : ""}`;
}

function freeText(space: readonly NamedRange[], taken: readonly NamedRange["prefix"][]): string {
  const range = space.map(({ prefix }) => prefix).find(({ family }) => family === 4) ?? space[0]?.prefix;
  if (!range) return "";
  const free = freeBlocks([range], taken).reduce((sum, prefix) => sum + addressCount(prefix), 0);
  return `${percentOf(free / addressCount(range))} free`;
}
