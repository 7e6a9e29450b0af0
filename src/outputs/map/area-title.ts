import { regions } from "../../azure/regions.ts";
import { countOf } from "./format-count.ts";
import type { Size } from "./geometry.ts";
import { metrics } from "./metrics.ts";
import { oneLine } from "./one-line.ts";
import { OUTSIDE_AZURE, UNKNOWN_REGION } from "./picture.ts";
import { textWidth } from "./text-width.ts";

export function titleSize(area: string, count: number): Size {
  const { name, note } = areaTitle(area, count);
  const width = textWidth(name, metrics.nameSize) + textWidth(note, metrics.detailSize) + 12;
  return { width: Math.min(metrics.widestRow, Math.ceil(width)), height: 18 };
}

export function areaTitle(area: string, count: number): { readonly name: string; readonly note: string } {
  if (area === OUTSIDE_AZURE) return { name: "Outside Azure", note: "" };
  if (area === UNKNOWN_REGION) return { name: "Region not known", note: countOf(count, "network") };

  const region = Object.hasOwn(regions.value, area) ? regions.value[area] : undefined;
  return { name: region?.displayName ?? oneLine(area), note: countOf(count, "network") };
}
