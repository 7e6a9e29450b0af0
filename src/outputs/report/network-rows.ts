import { addressCount, contains, formatPrefix, freeBlocks } from "../../ip/index.ts";
import type { NetworkPlan, PlannedRange } from "../../model/address-plan.ts";
import { type Markup, markup } from "../map/markup.ts";
import { addressBar, percentOf } from "./address-bar.ts";
import { usableText } from "./usable-addresses.ts";

/** A network, its subnets, and a bar for each of its ranges. */
export function networkRows({ network, addressSpace, subnets }: NetworkPlan): Markup {
  const blocks = subnets.flatMap(({ name, addressPrefixes }) =>
    addressPrefixes.map(({ prefix }) => ({ name, prefix })),
  );
  return markup`<tbody>
<tr class="network"><th scope="rowgroup">${network.name}${network.existing === undefined ? "" : markup` <span class="note">existing</span>`}${
    network.role === "hub" ? markup` <span class="note">role: hub</span>` : ""
  }</th>${cells(addressSpace)}<td class="number" data-label="Free">${freeText(
    addressSpace,
    blocks.map(({ prefix }) => prefix),
  )}</td></tr>
${subnets.map(
  ({ name, addressPrefixes }) =>
    markup`<tr><th scope="row">${name}</th>${cells(addressPrefixes)}<td class="number" data-label="Usable">${usableText(addressPrefixes.map(({ prefix }) => prefix))}</td></tr>
`,
)}<tr class="bars"><td colspan="4">${addressSpace.map(
    ({ prefix }) =>
      markup`${addressSpace.length > 1 ? markup`<code class="note">${formatPrefix(prefix)}</code>` : ""}${addressBar(
        prefix,
        blocks.filter((block) => contains(prefix, block.prefix)),
      )}`,
  )}</td></tr>
</tbody>
`;
}

function cells(ranges: readonly PlannedRange[]): Markup {
  const from = [...new Set(ranges.map((range) => range.from))].join(", ");
  return markup`<td data-label="Range">${ranges.map(({ prefix }) => markup`<code>${formatPrefix(prefix)}</code> `)}</td><td data-label="From">${from}</td>`;
}

function freeText(space: readonly PlannedRange[], taken: readonly PlannedRange["prefix"][]): string {
  const range = space.map(({ prefix }) => prefix).find(({ family }) => family === 4) ?? space[0]?.prefix;
  if (!range) return "";
  const free = freeBlocks([range], taken).reduce((sum, prefix) => sum + addressCount(prefix), 0);
  return `${percentOf(free / addressCount(range))} free`;
}
