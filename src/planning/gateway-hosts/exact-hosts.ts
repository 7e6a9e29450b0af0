import type { BlockCost } from "./block-cost.ts";
import { type BlockTable, blockTables } from "./block-tables.ts";
import { chooseByRule, type Placed } from "./choose-by-rule.ts";
import { coverWith } from "./cover-with.ts";
import { layOut } from "./exact-layout.ts";
import { isWithinExact } from "./exact-size.ts";
import type { Part } from "./split-parts.ts";

/**
 * The best choice of a part, by a dynamic programme over sets of clients: what is the best that the hosts so far can do
 * for this set? Each set at each host is priced once, and of the ways to serve a set only the best is kept. Unlike a
 * branch and bound, its time depends on the size alone, and it is right for any prices: no bound has to be believed.
 *
 * `tooLarge`: see `exact-size.ts`.
 */
export function chooseExactly(part: Part, costOf: BlockCost): Placed | "tooLarge" | undefined {
  const layout = layOut(part);
  if (!isWithinExact(layout)) return "tooLarge";
  const tables = blockTables(part, layout, costOf);
  return chooseByRule(part, costOf, tables.every(isAllKnown), (by) => coverWith(part, layout, tables, by));
}

function isAllKnown({ costs }: BlockTable): boolean {
  return costs.every((cost) => cost === undefined || cost.isKnown);
}
