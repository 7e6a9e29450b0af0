import { hubSize } from "./card-size.ts";
import { drawBuses } from "./draw-buses.ts";
import type { Cluster } from "./find-clusters.ts";
import type { Size } from "./geometry.ts";
import { isHub } from "./is-hub.ts";
import type { ClusterLayout, PlacedCard, PlacedText } from "./layout.ts";
import { metrics } from "./metrics.ts";
import type { Neighbourhoods } from "./neighbourhoods.ts";
import type { Card, Line, Picture } from "./picture.ts";
import { placeRing } from "./place-ring.ts";
import { textWidth } from "./text-width.ts";

/** Hubs in a row, members in a grid beneath, and a bus above each row of the grid. */
export function placeCluster(
  cluster: Cluster,
  { meshes }: Picture,
  around: Neighbourhoods,
  member: Size,
): ClusterLayout {
  const ring = placeRing(cluster, meshes, around, member);
  if (ring) return ring;

  const trunks = trunksOf(cluster, around);
  const columns = columnsFor(cluster.members.length, trunks.length, member.width);
  const wraps = cluster.members.length > columns;
  const gap = wraps && trunks.length > 0 ? metrics.columnGap + 14 * trunks.length : metrics.columnGap;
  const grid =
    columns === 0
      ? 0
      : columns * member.width + (columns - 2) * metrics.columnGap + (columns > 1 ? gap : metrics.columnGap);

  const sizes = cluster.hubs.map((hub) => hubSize(hub, member));
  const hubGap = 2 * metrics.columnGap;
  const hubRow = sizes.reduce((sum, { width }) => sum + width + hubGap, -hubGap);
  const width = Math.max(grid, hubRow, member.width);
  const hubHeight = Math.max(0, ...sizes.map(({ height }) => height));

  let x = (width - hubRow) / 2;
  const hubs: PlacedCard[] = cluster.hubs.map((card, index) => {
    const size = sizes[index] ?? member;
    const box = { x, y: 0, width: size.width, height: hubHeight };
    x += size.width + hubGap;
    return { card, box, isHub: isHub(card, cluster.members, around) };
  });

  const top = hubHeight + headroom(trunks, cluster);
  const members = cluster.members.map((card, index): PlacedCard => {
    const row = Math.floor(index / columns);
    const inRow = Math.min(columns, cluster.members.length - row * columns);
    const column = index % columns;
    // Trunks end above the last row, which may therefore stand across the middle.
    const rowWidth =
      inRow === columns ? grid : inRow * (member.width + metrics.columnGap) - metrics.columnGap;
    const acrossGap = inRow === columns && column >= columns / 2 && columns > 1 ? gap - metrics.columnGap : 0;
    const left = (width - rowWidth) / 2 + column * (member.width + metrics.columnGap) + acrossGap;
    return {
      card,
      box: { x: left, y: top + row * (member.height + metrics.rowGap), ...member },
      isHub: false,
    };
  });
  const cards = [...hubs, ...members];
  const height = Math.max(hubHeight, ...cards.map(({ box }) => box.y + box.height));
  const drawing = drawBuses(cluster, trunks, cards, width / 2);
  return { width, height, cards, ...drawing, notes: [...drawing.notes, ...captionOf(cluster)] };
}

/** The lines from one hub to members; the hub may be elsewhere. */
export interface Trunk {
  readonly hub: string;
  readonly lines: readonly Line[];
}

function trunksOf(cluster: Cluster, around: Neighbourhoods): readonly Trunk[] {
  const { remoteHub, members } = cluster;
  if (remoteHub !== undefined && members.length < 2) return [];

  const hubs = remoteHub === undefined ? cluster.hubs.map(({ key }) => key) : [remoteHub];
  return hubs.map((hub) => ({ hub, lines: members.flatMap((card) => first(around, card, hub)) }));
}

/** A second connection beside the first, a backup for example, is drawn as a line of its own. */
function first(around: Neighbourhoods, card: Card, hub: string): readonly Line[] {
  return around.get(card.key)?.get(hub)?.slice(0, 1) ?? [];
}

/** An even number where rows wrap, so that trunks come down through the middle. */
function columnsFor(members: number, trunks: number, width: number): number {
  const most = Math.floor((metrics.widestRow + metrics.columnGap) / (width + metrics.columnGap));
  if (members <= Math.min(most, trunks === 0 ? 6 : 5)) return members;
  return 2 * Math.floor(Math.min(most, Math.max(4, 2 * Math.ceil(Math.sqrt(members) / 2))) / 2);
}

function captionOf({ hubs, remoteHub }: Pick<Cluster, "hubs" | "remoteHub">): readonly PlacedText[] {
  if (hubs.length > 0 || remoteHub !== undefined) return [];

  const text = "not connected";
  return [
    { text, box: { x: 0, y: 0, width: textWidth(text, metrics.labelSize), height: 15 }, onLine: false },
  ];
}

function headroom(trunks: readonly Trunk[], { members, hubs, remoteHub }: Cluster): number {
  if (members.length === 0) return 0;
  if (trunks.length === 0) return captionOf({ hubs, remoteHub }).length > 0 ? 22 : 0;
  const looks = new Set(trunks.flatMap(({ lines }) => lines.map(({ style }) => style.label + style.state)));
  return (hubs.length === 0 ? 26 : 34) + 16 * looks.size + 10 * trunks.length;
}
