import { drawBuses } from "./draw-buses.ts";
import { hubSize } from "./card-size.ts";
import type { Cluster } from "./find-clusters.ts";
import type { Size } from "./geometry.ts";
import type { ClusterLayout, PlacedCard } from "./layout.ts";
import { metrics } from "./metrics.ts";
import type { Neighbourhoods } from "./neighbourhoods.ts";
import type { Card, Line } from "./picture.ts";

/** Hubs in a row, members in a grid beneath, and a bus above each row of the grid. */
export function placeCluster(cluster: Cluster, around: Neighbourhoods, member: Size): ClusterLayout {
  const trunks = trunksOf(cluster, around);
  const columns = columnsFor(cluster.members.length, trunks.length);
  const wraps = cluster.members.length > columns;
  const gap = wraps && trunks.length > 0 ? metrics.columnGap + 14 * trunks.length : metrics.columnGap;
  const grid = columns === 0 ? 0 : columns * member.width + (columns - 2) * metrics.columnGap + (columns > 1 ? gap : metrics.columnGap);

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
    return { card, box, isHub: true };
  });

  const top = hubHeight + headroom(trunks, cluster);
  const members = cluster.members.map((card, index): PlacedCard => {
    const row = Math.floor(index / columns);
    const inRow = Math.min(columns, cluster.members.length - row * columns);
    const column = (index % columns) + Math.floor((columns - inRow) / 2);
    const left = (width - grid) / 2 + column * (member.width + metrics.columnGap);
    const acrossGap = column >= columns / 2 && columns > 1 ? gap - metrics.columnGap : 0;
    return {
      card,
      box: { x: left + acrossGap, y: top + row * (member.height + metrics.rowGap), ...member },
      isHub: false,
    };
  });
  const cards = [...hubs, ...members];
  const height = Math.max(hubHeight, ...cards.map(({ box }) => box.y + box.height));
  return { width, height, cards, ...drawBuses(cluster, trunks, cards, width / 2) };
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
function columnsFor(members: number, trunks: number): number {
  if (members <= (trunks === 0 ? 6 : 5)) return members;
  return Math.min(10, Math.max(4, 2 * Math.ceil(Math.sqrt(members) / 2)));
}

function headroom(trunks: readonly Trunk[], { members, hubs }: Cluster): number {
  if (members.length === 0) return 0;
  if (trunks.length === 0) return hubs.length === 0 ? 0 : metrics.rowGap;
  const looks = new Set(trunks.flatMap(({ lines }) => lines.map(({ style }) => style.label + style.state)));
  return (hubs.length === 0 ? 26 : 34) + 16 * looks.size + 10 * trunks.length;
}
