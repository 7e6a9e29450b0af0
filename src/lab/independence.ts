import type { Table, Topology } from "../model/topology.ts";
import type { Trace } from "../model/trace.ts";

/**
 * How much a pair that agrees says. `independent`: routes decided it that the lab's routers had to learn from each other,
 * or did not. `transcribed`: only rows did that lab and prediction were both given as they stand, so that the lab shows
 * merely that they were carried over well.
 */
export type Independence = "independent" | "transcribed";

/** For many traces of one topology. */
export function createIndependence(topology: Topology): (trace: Trace) => Independence {
  const learned = learnedLayers(topology);
  const sources = new Set(
    [...topology.tables.values()]
      .flatMap(({ layers }) => layers)
      .filter(({ id }) => learned.has(id))
      .map(({ source }) => source),
  );
  return (trace) => {
    const ways = [...trace.there, ...trace.back];
    const isDecided = ways.some(({ hops }) =>
      hops.some(({ decidedBy }) => decidedBy.some((one) => one.what === "route" && sources.has(one.source))),
    );
    if (isDecided) return "independent";
    return trace.outcome !== "delivered" && couldHaveLearned(trace, topology, learned)
      ? "independent"
      : "transcribed";
  };
}

/** A flow that ends where routers might have brought a way on, and did not. */
function couldHaveLearned({ there, back }: Trace, topology: Topology, learned: ReadonlySet<string>): boolean {
  return [...there, ...back].some(({ hops }) => {
    const last = hops.at(-1);
    const table = topology.tables.get(topology.nodes.get(last?.node ?? "")?.table ?? "");
    return table?.layers.some(({ id }: Table["layers"][number]) => learned.has(id)) === true;
  });
}

function learnedLayers({ nodes }: Topology): ReadonlySet<string> {
  return new Set(
    [...nodes.values()].flatMap(({ speaker }) => speaker?.programs.map(({ layer }) => layer) ?? []),
  );
}
