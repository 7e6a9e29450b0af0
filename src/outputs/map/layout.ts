import type { Box, Point } from "./geometry.ts";
import type { Card, Line, LineStyle } from "./picture.ts";

/** A picture with a place for everything. */
export interface Layout {
  /** Around everything, with a margin. */
  readonly bounds: Box;
  readonly areas: readonly PlacedArea[];
  readonly cards: readonly PlacedCard[];
  readonly wires: readonly Wire[];
  readonly notes: readonly PlacedText[];
}

export interface PlacedArea {
  readonly area: string;
  readonly box: Box;
  readonly count: number;
}

export interface PlacedCard {
  readonly card: Card;
  readonly box: Box;
  readonly isHub: boolean;
}

/** A stretch of line. Without a style it is shared by lines that look different. */
export interface Wire {
  readonly points: readonly Point[];
  readonly style: LineStyle | undefined;
  readonly title: string;
  /** Square where stretches of a bus meet. */
  readonly corners: "round" | "square";
  /** A bus is drawn in parts, and the way of one of its lines takes a piece of each. */
  readonly part: "line" | "trunk" | "bus" | "drop";
  /** All that run over this stretch. */
  readonly lines: readonly Line[];
}

/** Words beside a line or above cards; `box` is where they stand. */
export interface PlacedText {
  readonly text: string;
  readonly box: Box;
  /** On a line: with a ground of its own. */
  readonly onLine: boolean;
  readonly style?: LineStyle;
}

/** One cluster, laid out from the point 0, 0. */
export interface ClusterLayout {
  readonly width: number;
  readonly height: number;
  readonly cards: readonly PlacedCard[];
  readonly wires: readonly Wire[];
  readonly notes: readonly PlacedText[];
  /** Lines that are drawn already. */
  readonly drawn: readonly Line[];
  /** Where the lines to a hub in another area come in together, and those lines. */
  readonly inlet?: { readonly at: Point; readonly lines: readonly Line[]; readonly to: string };
}
