import type { EffectiveRoute } from "../model/effective-route.ts";
import { visible } from "../source/index.ts";
import { columns } from "./columns.ts";
import type { ComparedRoutes } from "./compare-routes.ts";
import type { Style } from "./paint.ts";
import { wrap } from "./wrap.ts";

/** What Azure printed beside what was predicted: the differences, then the count. */
export function comparedText(
  { matched, missing, surplus, differing, leftOut }: ComparedRoutes,
  file: string,
  style: Style,
): readonly string[] {
  const recorded = matched.length + missing.length + differing.length;
  const blocks = [
    block(
      `Differing (< ${file}, > predicted)`,
      differing.flatMap((one) => [
        ["<", ...cells(one.recorded)],
        [">", ...cells(one.predicted)],
      ]),
      style,
    ),
    block(`Missing: in ${file}, not predicted`, missing.map(cells), style),
    block(`Surplus: predicted, not in ${file}`, surplus.map(cells), style),
    block(
      "Not compared",
      leftOut.map((text) => [text]),
      style,
    ),
  ];
  const differences = [
    `${missing.length} missing`,
    `${differing.length} differing`,
    `${surplus.length} surplus`,
  ];
  return [
    ...blocks.filter((lines) => lines.length > 0).flatMap((lines) => [...lines, ""]),
    ...wrap(`${matched.length} of ${recorded} rows matched; ${differences.join(", ")}.`).map(style.bold),
  ];
}

function block(title: string, rows: readonly (readonly string[])[], style: Style): readonly string[] {
  return rows.length === 0 ? [] : [style.bold(visible(title)), ...columns(rows)];
}

function cells({
  source,
  state,
  addressPrefix,
  nextHopType,
  nextHopIpAddress,
}: EffectiveRoute): readonly string[] {
  return [source, state, addressPrefix, nextHopType, nextHopIpAddress.join(", ")];
}
