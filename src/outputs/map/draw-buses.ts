import { busLabels } from "./bus-labels.ts";
import type { Cluster } from "./find-clusters.ts";
import { middle, type Point } from "./geometry.ts";
import type { ClusterLayout, PlacedCard, Wire } from "./layout.ts";
import { lineTitle } from "./line-title.ts";
import { type LineStyle, otherEnd, styleKey } from "./picture.ts";
import type { Trunk } from "./place-cluster.ts";

const LANE = 10;
const FIRST_BUS = 14;

type Drawing = Pick<ClusterLayout, "wires" | "notes" | "drawn" | "inlet">;

/** From each hub a trunk down the middle, along each row a bus, and from it a drop to each card. */
export function drawBuses(
  cluster: Cluster,
  trunks: readonly Trunk[],
  cards: readonly PlacedCard[],
  center: number,
): Drawing {
  const drawings = trunks.map((trunk, index) =>
    drawBus(cluster, trunk, lane(index, trunks.length), cards, center),
  );
  const inlet = drawings.find((drawing) => drawing.inlet)?.inlet;
  return {
    wires: drawings.flatMap(({ wires }) => wires),
    notes: drawings.flatMap(({ notes }) => notes),
    drawn: drawings.flatMap(({ drawn }) => drawn),
    ...(inlet ? { inlet } : {}),
  };
}

interface Lane {
  /** Beside the middle, for trunks and drops. */
  readonly aside: number;
  /** Above the row, for the bus. */
  readonly above: number;
}

function lane(index: number, lanes: number): Lane {
  return { aside: (index - (lanes - 1) / 2) * LANE, above: FIRST_BUS + index * LANE };
}

function drawBus(
  cluster: Cluster,
  { hub, lines }: Trunk,
  { aside, above }: Lane,
  cards: readonly PlacedCard[],
  center: number,
): Drawing {
  const boxes = new Map(cards.map(({ card, box }) => [card.key, box]));
  const style = sharedStyle(lines.map((line) => line.style));
  const trunkX = center + aside;
  const rows = new Map<number, number[]>();

  const drops = lines.flatMap((line): readonly Wire[] => {
    const box = boxes.get(otherEnd(line, hub));
    if (!box) return [];
    const x = middle(box).x + aside;
    const y = box.y - above;
    const row = rows.get(y);
    if (row) row.push(x);
    else rows.set(y, [x]);
    return [
      {
        points: [
          { x, y },
          { x, y: box.y },
        ],
        style: line.style,
        title: lineTitle(line),
        corners: "square",
        part: "drop",
        lines: [line],
      },
    ];
  });
  if (drops.length === 0) return { wires: [], notes: [], drawn: [] };

  const title = `${lines.length} lines`;
  const buses = [...rows].flatMap(([y, xs]): readonly Wire[] => {
    const [left, right] = [Math.min(trunkX, ...xs), Math.max(trunkX, ...xs)];
    return left === right
      ? []
      : [
          {
            points: [
              { x: left, y },
              { x: right, y },
            ],
            style,
            title,
            corners: "square",
            part: "bus",
            lines,
          },
        ];
  });

  const from = boxes.get(hub);
  const isMesh = cluster.hubs.some(({ key, type }) => key === hub && type === "mesh");
  const bottom = Math.max(...rows.keys());
  const start: Point = from ? { x: middle(from).x, y: from.y + from.height } : { x: trunkX, y: 0 };
  const turn = Math.min(...rows.keys());
  const trunk =
    start.x === trunkX
      ? [start, { x: trunkX, y: bottom }]
      : [
          start,
          { x: start.x, y: turn },
          { x: trunkX, y: turn },
          ...(bottom > turn ? [{ x: trunkX, y: bottom }] : []),
        ];
  return {
    wires: [{ points: trunk, style, title, corners: "square", part: "trunk", lines }, ...buses, ...drops],
    notes:
      from || cluster.remoteHub === undefined
        ? busLabels(lines, start, isMesh ? "without counts" : "with counts")
        : [],
    drawn: lines,
    ...(from ? {} : { inlet: { at: start, lines, to: hub } }),
  };
}

function sharedStyle(styles: readonly LineStyle[]): LineStyle | undefined {
  const [first] = styles;
  return first && styles.every((style) => styleKey(style) === styleKey(first)) ? first : undefined;
}
