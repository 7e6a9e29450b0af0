import type { Size } from "./geometry.ts";
import { metrics } from "./metrics.ts";
import type { Card } from "./picture.ts";
import { textWidth } from "./text-width.ts";

/** One size for all members, so that they stand in columns; names that need more are cut. */
export function memberSize(cards: readonly Card[]): Size {
  const widths = cards.map(neededWidth);
  const lines = Math.max(1, ...cards.map(({ details }) => details.length));
  const widest = Math.max(metrics.narrowestCard, ...widths);
  return { width: even(Math.min(metrics.widestCard, widest)), height: heightOf(lines) };
}

export function hubSize(card: Card, member: Size): Size {
  const width = Math.max(member.width, Math.min(metrics.widestCard, neededWidth(card))) + metrics.hubExtra;
  return { width: even(width), height: heightOf(card.details.length) };
}

function neededWidth(card: Card): number {
  const details = card.details.map((text) => textWidth(text, metrics.detailSize));
  return Math.max(textWidth(card.name, metrics.nameSize) + markWidth(card), ...details) + 2 * metrics.cardPadding;
}

/** Room for the word that stands in the corner of an existing network's card. */
export function markWidth(card: Card): number {
  return card.existing ? textWidth("existing", 10) + 8 : 0;
}

function heightOf(details: number): number {
  return even(2 * metrics.cardPadding + metrics.lineHeight * (details + 1) - 4);
}

function even(length: number): number {
  return 2 * Math.ceil(length / 2);
}
