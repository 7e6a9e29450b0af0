import { regions } from "../../azure/regions.ts";
import { countOf } from "./format-count.ts";
import { oneLine } from "./one-line.ts";
import { OUTSIDE_AZURE, UNKNOWN_REGION } from "./picture.ts";

export function areaTitle(area: string, count: number): { readonly name: string; readonly note: string } {
  if (area === OUTSIDE_AZURE) return { name: "Outside Azure", note: "" };
  if (area === UNKNOWN_REGION) return { name: "Region not known", note: countOf(count, "network") };

  const region = Object.hasOwn(regions.value, area) ? regions.value[area] : undefined;
  return { name: region?.displayName ?? oneLine(area), note: countOf(count, "network") };
}
