import { type Box, bounds, grow, type Point, shift } from "./geometry.ts";
import type { ClusterLayout, Layout, PlacedArea, PlacedCard, PlacedText, Wire } from "./layout.ts";
import { metrics } from "./metrics.ts";
import { packShelves } from "./pack-shelves.ts";
import { type Line, OUTSIDE_AZURE, type Picture } from "./picture.ts";
import { type AreaLayout, placeAreas } from "./place-areas.ts";
import { type Route, routeLines, stretches } from "./route-lines.ts";

/** Gives everything a place, then draws the lines that no bus has drawn around what stands there. */
export function layOut(picture: Picture): Layout {
  const areas = placeAreas(picture);
  const places = stackAreas(areas);
  const canvas: Canvas = { areas: [], cards: [], wires: [], notes: [], drawn: new Set(), inlets: [] };
  for (const { layout, at, width } of places) addArea(canvas, layout, at, width);

  const loose = picture.lines.filter((line) => !canvas.drawn.has(line));
  const routes: readonly Route[] = [
    ...canvas.inlets,
    ...loose.map((line) => ({ lines: [line], ends: line.ends })),
  ];
  const routed = routeLines(routes, canvas);
  const wires = [...canvas.wires, ...routed.wires];
  const notes = [...canvas.notes, ...routed.notes];
  const boxes = [...canvas.areas, ...notes].map(({ box }) => box);
  return {
    bounds: grow(bounds([...boxes, ...wires.flatMap(({ points }) => stretches(points))]), metrics.page),
    areas: canvas.areas,
    cards: canvas.cards,
    wires,
    notes,
  };
}

interface Canvas {
  readonly areas: PlacedArea[];
  readonly cards: PlacedCard[];
  readonly wires: Wire[];
  readonly notes: PlacedText[];
  readonly drawn: Set<Line>;
  readonly inlets: Route[];
}

interface Placed {
  readonly layout: AreaLayout;
  readonly at: Point;
  readonly width: number;
}

function stackAreas(areas: readonly AreaLayout[]): readonly Placed[] {
  const regions = packShelves(
    areas.filter(({ area }) => area !== OUTSIDE_AZURE),
    Math.max(metrics.widestPage, Math.sqrt(areas.reduce((sum, one) => sum + one.width * one.height, 0) * 2)),
    metrics.areaGap,
  );
  const outside = areas.find(({ area }) => area === OUTSIDE_AZURE);
  const width = Math.max(regions.width, outside?.width ?? 0);
  const by = { x: (width - regions.width) / 2, y: outside ? outside.height + metrics.areaGap : 0 };
  return [
    ...(outside ? [{ layout: outside, at: { x: 0, y: 0 }, width }] : []),
    ...regions.items.map(({ item, at }) => ({ layout: item, at: shift(at, by), width: item.width })),
  ];
}

function addArea(canvas: Canvas, layout: AreaLayout, at: Point, width: number): void {
  const box: Box = { ...at, width, height: layout.height };
  canvas.areas.push({ area: layout.area, box, count: layout.count });
  const inset = { x: at.x + metrics.areaPadding + (width - layout.width) / 2, y: at.y + metrics.areaTitle };
  for (const { item, at } of layout.clusters) addCluster(canvas, item, shift(inset, at));
}

function addCluster(canvas: Canvas, cluster: ClusterLayout, by: Point): void {
  canvas.cards.push(...cluster.cards.map((card) => ({ ...card, box: shift(card.box, by) })));
  canvas.notes.push(...cluster.notes.map((note) => ({ ...note, box: shift(note.box, by) })));
  canvas.wires.push(
    ...cluster.wires.map((wire) => ({ ...wire, points: wire.points.map((point) => shift(point, by)) })),
  );
  for (const line of cluster.drawn) canvas.drawn.add(line);
  const { inlet } = cluster;
  if (inlet) canvas.inlets.push({ lines: inlet.lines, ends: [inlet.to, shift(inlet.at, by)] });
}
