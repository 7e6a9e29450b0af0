import {
  addressCount,
  comparePrefixes,
  formatPrefix,
  freeBlocks,
  intersect,
  type Prefix,
} from "../../ip/index.ts";
import { formatCount } from "../map/format-count.ts";
import { type Markup, markup } from "../map/markup.ts";

export interface Block {
  readonly name: string;
  readonly prefix: Prefix;
}

/** A range to scale: what is taken as blocks, what is free hatched between them. */
export function addressBar(range: Prefix, blocks: readonly Block[]): Markup {
  const taken = blocks.flatMap(({ name, prefix }) => {
    const inside = intersect(range, prefix);
    return inside ? [{ name, prefix: inside }] : [];
  });
  const free = freeBlocks(
    [range],
    taken.map(({ prefix }) => prefix),
  );
  const parts = [
    ...apart(taken).map((block) => partOf(range, block, false)),
    ...free.map((prefix) => partOf(range, { name: "free", prefix }, true)),
  ].toSorted((a, b) => comparePrefixes(a.prefix, b.prefix));

  return markup`<div class="address-bar" role="img" aria-label="${describe(range, taken, free)}">${joinThin(parts).map(drawPart)}</div>`;
}

interface Part extends Block {
  readonly isFree: boolean;
  /** In percent of the bar. */
  readonly share: number;
  readonly title: string;
}

function partOf(range: Prefix, { name, prefix }: Block, isFree: boolean): Part {
  const share = (addressCount(prefix) / addressCount(range)) * 100;
  return { name, prefix, isFree, share, title: `${formatPrefix(prefix)} ${name}` };
}

/** Too narrow for an edge of its own. */
const THIN = 0.4;

/** A thousand slivers side by side are one block to the eye; here they are one block to the file too. */
function joinThin(parts: readonly Part[]): readonly Part[] {
  const joined: (Part & { count: number })[] = [];
  for (const part of parts) {
    const previous = joined.at(-1);
    if (
      !previous ||
      previous.isFree !== part.isFree ||
      previous.share / previous.count > THIN ||
      part.share > THIN
    ) {
      joined.push({ ...part, count: 1 });
      continue;
    }
    const count = previous.count + 1;
    const title = `${formatCount(count)} ${part.isFree ? "free blocks" : "ranges"} from ${formatPrefix(previous.prefix)}`;
    joined[joined.length - 1] = {
      ...previous,
      share: previous.share + part.share,
      count,
      title,
      name: part.isFree ? "" : `${formatCount(count)} ranges`,
    };
  }
  return joined;
}

function drawPart({ name, prefix, isFree, share, title }: Part): Markup {
  const text = isFree && name !== "" ? `/${prefix.length}` : name;
  return markup`<span${isFree ? markup` class="free"` : ""} style="flex:${format(share)}" title="${title}">${share < 4 ? "" : text}</span>`;
}

/** Of ranges that overlap, the first that is there: the bar has one place for each address. Findings tell the rest. */
function apart(blocks: readonly Block[]): readonly Block[] {
  const sorted = blocks.toSorted((a, b) => comparePrefixes(a.prefix, b.prefix));
  const kept: Block[] = [];
  for (const block of sorted) {
    const previous = kept.at(-1);
    if (!previous || !intersect(previous.prefix, block.prefix)) kept.push(block);
  }
  return kept;
}

/** Shares of an IPv6 range can be next to nothing. */
function format(share: number): string {
  return Math.max(share, 0.05)
    .toFixed(3)
    .replace(/\.?0+$/, "");
}

function describe(range: Prefix, taken: readonly Block[], free: readonly Prefix[]): string {
  const share = free.reduce((sum, prefix) => sum + addressCount(prefix), 0) / addressCount(range);
  return `${formatPrefix(range)}: ${taken.length} taken, ${percentOf(share)} free`;
}

/** Never 0 % nor 100 % of what is neither. */
export function percentOf(share: number): string {
  const percent = Math.round(share * 100);
  if (percent === 0 && share > 0) return "less than 1 %";
  return percent === 100 && share < 1 ? "more than 99 %" : `${percent} %`;
}
