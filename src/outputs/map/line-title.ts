import { formatCount } from "./format-count.ts";
import { oneLine } from "./one-line.ts";
import type { Line, LineStyle } from "./picture.ts";

/** `peering`, `3 × global peering, down`: short, for beside a line. */
export function labelOf({ style, count }: Pick<Line, "style" | "count">): string {
  const state = style.state === "up" ? "" : `, ${style.state}`;
  return `${count > 1 ? `${formatCount(count)} × ` : ""}${oneLine(style.label)}${state}`;
}

/** What a line is, in words, for who cannot see how it is drawn. */
export function lineTitle(line: Line): string {
  return `${labelOf(line)}${propertiesOf(line.style)}`;
}

export function propertiesOf({ encrypted, crossesInternet }: LineStyle): string {
  return `${encrypted ? ", encrypted" : ""}${crossesInternet ? ", across the internet" : ""}`;
}
