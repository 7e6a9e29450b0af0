import { comparePrefixes, formatPrefix, type Prefix, parsePrefix, subtract, summarise } from "../ip/index.ts";
import { type KernelTable, readKernelTables } from "./kernel-tables.ts";
import type { LabPlan, LabTag } from "./lab-plan.ts";
import { newRoutedText } from "./plan/nft-text.ts";
import type { Holder } from "./run/holder.ts";
import { changeFilters } from "./run/run-ip.ts";

/** Tells filters what the tag VirtualNetwork holds by now, as the kernel's own tables have it: to be called when routers rest. */
export async function tellFilters(holder: Holder, plan: LabPlan): Promise<void> {
  const tagged = plan.namespaces.flatMap(({ name, tag }) => (tag ? [{ name, tag }] : []));
  if (tagged.length === 0) return;

  const tables = new Map(
    (await readKernelTables(holder, plan)).map((one) => [`${one.at} ${one.table}`, one]),
  );
  const changes = tagged.flatMap(({ name, tag }) => {
    const table = tables.get(`${tag.at} ${tag.table}`);
    return table ? [{ name, text: newRoutedText(ledTo(table, tag).map(formatPrefix)) }] : [];
  });
  await changeFilters(holder, changes);
}

/** The widest first: each row overrides, within its range, what came before. */
export function ledTo({ routes }: Pick<KernelTable, "routes">, tag: LabTag): readonly Prefix[] {
  const rows = new Map(
    routes.map(({ prefix, nextHops }) => [
      formatPrefix(prefix),
      { prefix, leads: nextHops.some((hop) => !tag.silent.includes(hop)) },
    ]),
  );
  for (const text of tag.stays) {
    const prefix = parsePrefix(text);
    if (prefix) rows.set(text, { prefix, leads: true });
  }
  let ranges: readonly Prefix[] = [];
  for (const { prefix, leads } of [...rows.values()].toSorted((a, b) => a.prefix.length - b.prefix.length))
    ranges = leads ? [...ranges, prefix] : ranges.flatMap((range) => subtract(range, [prefix]));
  return summarise(ranges).toSorted(comparePrefixes);
}
