import type { Size } from "./geometry.ts";
import { metrics } from "./metrics.ts";
import type { Card } from "./picture.ts";
import { textWidth } from "./text-width.ts";

/** One size for all members, so that they stand in columns; names that need more are cut. */
export function memberSize(cards: readonly Card[]): Size {
  const widths = cards.map(neededWidth);
  const lines = Math.max(1, ...cards.map(({ details }) => details.length));
  const widest = Math.max(metrics.narrowestCard, ...widths);
  return { width: even(Math.min(widestOf(cards), widest)), height: heightOf(lines) };
}

/** A stack's name is two names, and no use without the second. */
function widestOf(cards: readonly Card[]): number {
  return cards.some(({ count }) => count > 1) ? metrics.widestStack : metrics.widestCard;
}

export function hubSize(card: Card, member: Size): Size {
  const width = Math.max(member.width, Math.min(metrics.widestCard, neededWidth(card))) + metrics.hubExtra;
  return { width: even(width), height: heightOf(card.details.length) };
}

function neededWidth(card: Card): number {
  const details = card.details.map((text) => textWidth(text, metrics.detailSize));
  return Math.max(textWidth(card.name, metrics.nameSize), ...details) + 2 * metrics.cardPadding;
}

function heightOf(details: number): number {
  return even(2 * metrics.cardPadding + metrics.lineHeight * (details + 1) - 4);
}

function even(length: number): number {
  return 2 * Math.ceil(length / 2);
}
