import { groupBy } from "./group-by.ts";
import { memberSize } from "./card-size.ts";
import { type Cluster, findClusters } from "./find-clusters.ts";
import type { ClusterLayout } from "./layout.ts";
import { metrics } from "./metrics.ts";
import { neighbourhoods } from "./neighbourhoods.ts";
import { packShelves, type Packed } from "./pack-shelves.ts";
import { mirror } from "./mirror.ts";
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
  const member = memberSize(picture.cards);
  const byArea = groupBy(findClusters(picture), ({ area }) => area);
  const areas = [...byArea].toSorted(([a], [b]) => rankOf(a) - rankOf(b));

  return areas.map(([area, clusters]) => {
    const layouts = clusters.toSorted((a, b) => clusterRank(a) - clusterRank(b)).map((cluster) => {
      const layout = placeCluster(cluster, around, member);
      // Lines leave what is outside Azure downwards, towards the regions.
      return area === OUTSIDE_AZURE ? mirror(layout) : layout;
    });
    const packed = packShelves(layouts, metrics.widestRow, metrics.clusterGap);
    return {
      area,
      count: clusters.flatMap(({ hubs, members }) => [...hubs, ...members]).reduce((sum, card) => sum + (card.type === "mesh" ? 0 : card.count), 0),
      width: packed.width + 2 * metrics.areaPadding,
      height: packed.height + metrics.areaTitle + metrics.areaPadding,
      clusters: packed.items,
    };
  });
}

function rankOf(area: string): number {
  return area === OUTSIDE_AZURE ? 0 : area === UNKNOWN_REGION ? 2 : 1;
}

function clusterRank({ hubs, remoteHub }: Cluster): number {
  return hubs.length > 0 ? 0 : remoteHub !== undefined ? 1 : 2;
}
