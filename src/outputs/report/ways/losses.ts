import type { NodeId } from "../../../model/topology.ts";
import type { Prediction } from "../../../predict.ts";
import type { MapIndex } from "./map-index.ts";

/** What one failure takes down by itself, before any route is withdrawn. */
export interface Losses {
  /** Networks, sites and users that it touches. */
  readonly homes: ReadonlySet<NodeId>;
  readonly downLines: readonly number[];
  readonly partialLines: readonly number[];
  readonly cards: readonly number[];
  /** Equal for two failures that take the same down. */
  readonly key: string;
  readonly isNothing: boolean;
}

export function lossesIn(failed: Prediction, healthy: Prediction, map: MapIndex): Losses {
  const { nodes, links } = healthy.topology;
  const isLost = (id: string) => failed.reasonDown(id) !== undefined && healthy.reasonDown(id) === undefined;
  const lostNodes = [...nodes.keys()].filter(isLost);
  const lostLinks = [...links.values()].filter(({ id }) => isLost(id));

  const lost = new Set(lostLinks);
  const total = new Map<number, { all: number; lost: number }>();
  for (const link of lostLinks.length === 0 ? [] : links.values())
    for (const line of map.linesOf(link)) {
      const count = total.get(line) ?? { all: 0, lost: 0 };
      total.set(line, { all: count.all + 1, lost: count.lost + (lost.has(link) ? 1 : 0) });
    }
  const touched = [...total].filter(([, count]) => count.lost > 0);
  return {
    homes: new Set(
      [...lostNodes, ...lostLinks.flatMap(({ ends }) => ends.map(({ node }) => node))].map(map.homeOf),
    ),
    downLines: touched.filter(([, { all, lost }]) => lost === all).map(([line]) => line),
    partialLines: touched.filter(([, { all, lost }]) => lost < all).map(([line]) => line),
    cards: [...new Set(lostNodes.flatMap((id) => map.cardOf(id) ?? []))],
    isNothing: lostNodes.length + lostLinks.length === 0,
    key: JSON.stringify([lostNodes, lostLinks.map(({ id }) => id)]),
  };
}
