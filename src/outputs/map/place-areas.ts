import { titleSize } from "./area-title.ts";
import { memberSize } from "./card-size.ts";
import { type Cluster, findClusters } from "./find-clusters.ts";
import type { Size } from "./geometry.ts";
import { groupBy } from "./group-by.ts";
import type { ClusterLayout } from "./layout.ts";
import { metrics } from "./metrics.ts";
import { mirror } from "./mirror.ts";
import { neighbourhoods } from "./neighbourhoods.ts";
import { type Packed, packShelves } from "./pack-shelves.ts";
import { OUTSIDE_AZURE, type Picture, UNKNOWN_REGION } from "./picture.ts";
import { placeCluster } from "./place-cluster.ts";

/** The clusters of one area, packed, from the point 0, 0. */
export interface AreaLayout {
  readonly area: string;
  readonly count: number;
  readonly width: number;
  readonly height: number;
  readonly clusters: readonly Packed<ClusterLayout>[];
}

/** What is outside Azure first, for it is drawn on top; then regions as they come; networks without a region last. */
export function placeAreas(picture: Picture): readonly AreaLayout[] {
  const around = neighbourhoods(picture.lines);
  const byArea = groupBy(findClusters(picture), ({ area }) => area);
  const areas = [...byArea].toSorted(([a], [b]) => rankOf(a) - rankOf(b));

  return areas.map(([area, clusters]) => {
    const member = memberSize(
      clusters.flatMap(({ hubs, members }) => [...members, ...hubs.filter(({ type }) => type !== "mesh")]),
    );
    const place = (cluster: Cluster) => {
      const layout = placeCluster(cluster, picture, around, member);
      // Lines leave what is outside Azure downwards, towards the regions.
      return area === OUTSIDE_AZURE ? mirror(layout) : layout;
    };
    const groups = groupBy(
      clusters.toSorted((a, b) => clusterRank(a) - clusterRank(b)),
      isConnected,
    );
    const packed = stackUp(
      [...groups.values()].map((some) => packShelves(some.map(place), metrics.widestRow, metrics.clusterGap)),
    );
    const count = clusters.reduce((sum, cluster) => sum + sizeOf(cluster), 0);
    return {
      area,
      count,
      width: Math.max(packed.width, titleSize(area, count).width) + 2 * metrics.areaPadding,
      height: packed.height + metrics.areaTitle + metrics.areaPadding,
      clusters: packed.items,
    };
  });
}

/** What is connected to nothing stands below the rest, out of the way of its lines. */
function stackUp<T>(
  shelves: Iterable<Size & { readonly items: readonly Packed<T>[] }>,
): Size & { readonly items: readonly Packed<T>[] } {
  let [width, height] = [0, 0];
  const items: Packed<T>[] = [];
  for (const shelf of shelves) {
    const top = height === 0 ? 0 : height + metrics.clusterGap;
    items.push(...shelf.items.map(({ item, at }) => ({ item, at: { x: at.x, y: at.y + top } })));
    width = Math.max(width, shelf.width);
    height = top + shelf.height;
  }
  return { items, width, height };
}

function isConnected({ hubs, remoteHub }: Cluster): boolean {
  return hubs.length > 0 || remoteHub !== undefined;
}

/** In networks, sites or users of the estate. */
function sizeOf({ hubs, members }: Cluster): number {
  return [...hubs, ...members].reduce((sum, card) => sum + (card.type === "mesh" ? 0 : card.count), 0);
}

function rankOf(area: string): number {
  return area === OUTSIDE_AZURE ? 0 : area === UNKNOWN_REGION ? 2 : 1;
}

function clusterRank({ hubs, remoteHub }: Cluster): number {
  return hubs.length > 0 ? 0 : remoteHub !== undefined ? 1 : 2;
}
