import type { Box } from "./geometry.ts";
import type { PlacedCard } from "./layout.ts";
import { type Markup, markup } from "./markup.ts";
import { metrics } from "./metrics.ts";
import type { Card } from "./picture.ts";
import { fitName, fitText } from "./text-width.ts";

/** With a number, for a page that does something with it. */
export function drawCard({ card, box, isHub }: PlacedCard, number?: number): Markup {
  const left = box.x + metrics.cardPadding + (card.type === "site" ? 4 : 0);
  const room = box.x + box.width - metrics.cardPadding - left;
  const baseline = box.y + metrics.cardPadding + 10;
  return markup`<g${number === undefined ? "" : markup` data-card="${number}"`}><title>${[card.name, ...card.details].join("\n")}</title>${behind(card, box)}${shape(card, box, isHub)}
<text class="name" x="${left}" y="${baseline}">${fitName(card.name, metrics.nameSize, room)}</text>${
    card.existing
      ? markup`<text class="mark" x="${box.x + box.width - 10}" y="${baseline + card.details.length * metrics.lineHeight}">existing</text>`
      : ""
  }${card.details.map(
    (text, index) =>
      markup`<text class="muted" x="${left}" y="${baseline + (index + 1) * metrics.lineHeight}">${fitText(text, metrics.detailSize, room)}</text>`,
  )}</g>
`;
}

/** Two more edges behind a card that stands for several. */
function behind(card: Card, box: Box): readonly Markup[] {
  if (card.count === 1) return [];
  return [8, 4].map((by) => rectangle("card", { ...box, x: box.x + by, y: box.y + by }, 8));
}

function shape(card: Card, box: Box, isHub: boolean): Markup {
  const classes = [
    "card",
    ...(isHub && card.type !== "mesh" ? ["hub"] : []),
    ...(card.existing ? ["existing"] : []),
  ];
  if (card.type === "p2sUsers") return rectangle("card", box, 22);
  if (card.type === "mesh") return rectangle("card", box, box.height / 2);
  if (card.type === "absent") return rectangle("card absent", box, 8);
  if (card.type === "site")
    return markup`${rectangle("card", box, 2)}<rect class="side" x="${box.x}" y="${box.y}" width="4" height="${box.height}"/>`;
  return rectangle(classes.join(" "), box, 8);
}

export function rectangle(className: string, { x, y, width, height }: Box, radius: number): Markup {
  return markup`<rect class="${className}" x="${x}" y="${y}" width="${width}" height="${height}" rx="${radius}"/>`;
}
