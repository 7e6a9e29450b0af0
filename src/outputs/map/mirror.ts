import type { Box } from "./geometry.ts";
import type { ClusterLayout } from "./layout.ts";

/** Upside down, with text the right way up. */
export function mirror(layout: ClusterLayout): ClusterLayout {
  const turn = (box: Box): Box => ({ ...box, y: layout.height - box.y - box.height });
  const { inlet } = layout;
  return {
    ...layout,
    cards: layout.cards.map((card) => ({ ...card, box: turn(card.box) })),
    notes: layout.notes.map((note) => ({ ...note, box: turn(note.box) })),
    wires: layout.wires.map((wire) => ({
      ...wire,
      points: wire.points.map(({ x, y }) => ({ x, y: layout.height - y })),
    })),
    ...(inlet ? { inlet: { ...inlet, at: { x: inlet.at.x, y: layout.height - inlet.at.y } } } : {}),
  };
}
