import { type Box, middle, type Point } from "./geometry.ts";

/** Where a line can meet a card. `outer` is a little way off, where the search begins. */
export interface Port {
  readonly at: Point;
  readonly outer: Point;
  readonly direction: "horizontal" | "vertical";
  /** Above 0 where a bus is likely to come in. */
  readonly cost: number;
}

const OFF = 10;

export function portsOf(box: Box): readonly Port[] {
  const { x, y } = middle(box);
  const [right, bottom] = [box.x + box.width, box.y + box.height];
  const vertical = [0, -26, 26, -52, 52, -12].flatMap((aside, index): readonly Port[] => [
    {
      at: { x: x + aside, y: box.y },
      outer: { x: x + aside, y: box.y - OFF },
      direction: "vertical",
      cost: index * 4,
    },
    {
      at: { x: x + aside, y: bottom },
      outer: { x: x + aside, y: bottom + OFF },
      direction: "vertical",
      cost: index * 4,
    },
  ]);
  const horizontal = [0, -14, 14].flatMap((aside, index): readonly Port[] => [
    {
      at: { x: box.x, y: y + aside },
      outer: { x: box.x - OFF, y: y + aside },
      direction: "horizontal",
      cost: index * 4,
    },
    {
      at: { x: right, y: y + aside },
      outer: { x: right + OFF, y: y + aside },
      direction: "horizontal",
      cost: index * 4,
    },
  ]);
  return [...vertical, ...horizontal];
}

/** The open end of a bus, which is met from above or from the sides. */
export function pointPorts(at: Point): readonly Port[] {
  return [
    { at, outer: at, direction: "vertical", cost: 0 },
    { at, outer: at, direction: "horizontal", cost: 0 },
  ];
}
